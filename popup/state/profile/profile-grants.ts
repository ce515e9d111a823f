import { findEndpoint } from '../../../src/protocol/endpoints.ts';
import {
  grantablePattern,
  isClientAlone,
  isCustomScheme,
  type Needs,
  needsOf,
  sleepers,
  tokenAccessOf,
  watchesRequests,
  watchNeedsOf,
} from '../../../src/protocol/needs.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { hostPattern, parseUrl } from '../../../src/protocol/url.ts';
import type { Host } from '../../host.ts';
import { isFormPost } from './profile-watch.ts';
import { brings } from './response-type.ts';

export type SiteUse =
  | 'requests'
  | 'intercept'
  | 'address'
  | 'redirects'
  | 'tokens'
  | 'client_token'
  | 'userinfo'
  | 'revocation'
  | 'keys';

/** A site that the browser can be asked to give access to. `isNeeded`: saving asks for it, else it is optional. */
export type Site = { pattern: string; host: string; isNeeded: boolean; does: SiteUse[] };

/** The sites that this profile needs, then those that its calls go to, each once, with what is done there. */
export function findSites(profile: Profile): Site[] {
  const needed = needsOf(profile).origins;
  const sites = new Map<string, Site>();
  const add = (pattern: string | undefined, does: SiteUse[]) => {
    if (!pattern) return;
    const site = sites.get(pattern) ?? { pattern, host: hostOf(pattern), isNeeded: needed.includes(pattern), does: [] };
    sites.set(pattern, { ...site, does: [...new Set([...site.does, ...does])] });
  };
  const patternOf = (address = '') => hostPattern(address);
  const uses = callbackUses(profile);
  if (uses.length > 0) add(grantablePattern(profile.callback), uses);
  if (watchesRequests(profile) && isCustomScheme(profile.callback)) {
    add(grantablePattern(profile.endpoints.authorization), ['redirects']);
  }
  const isAlone = isClientAlone(profile);
  const token = patternOf(findEndpoint(profile, 'token'));
  if (brings(profile.responseType, 'code')) add(token, ['tokens']);
  // a client with a secret may get tokens for itself beside its sign-ins
  else if (isAlone || profile.clientAuth !== 'none') add(token, ['client_token']);
  if (!isAlone) add(patternOf(findEndpoint(profile, 'userinfo')), ['userinfo']);
  if (canRevoke(profile)) add(patternOf(findEndpoint(profile, 'revocation')), ['revocation']);
  add(patternOf(profile.issuer), ['keys']);
  add(patternOf(findEndpoint(profile, 'jwks')), ['keys']);
  return [...sites.values()];
}

/** Cognito ends refresh tokens alone, and with them what came of them. */
function canRevoke({ provider, responseType }: Profile): boolean {
  return provider === 'oidc' || brings(responseType, 'code');
}

function callbackUses(profile: Profile): SiteUse[] {
  return [
    ...(watchesRequests(profile) ? ['requests' as const] : []),
    ...(profile.intercept ? ['intercept' as const] : []),
    ...(profile.cleanUp?.includes('address') ? ['address' as const] : []),
  ];
}

function hostOf(pattern: string): string {
  return parseUrl(pattern.replace(/\*$/, ''))?.hostname ?? pattern;
}

/** What the browser does not grant at present, and what it does grant but puts into effect only with its next start. */
export type Missing = Needs & { asleep: string[] };

export async function findMissing(
  { permissions: { has }, inEffect }: Pick<Host, 'permissions' | 'inEffect'>,
  needs: Needs,
): Promise<Missing> {
  const without = async (names: string[], grant: (name: string) => Parameters<typeof has>[0]) => {
    const held = await Promise.all(names.map((name) => has(grant(name))));
    return names.filter((_name, at) => !held[at]);
  };
  const [permissions, origins] = await Promise.all([
    without(needs.permissions, (name) => ({ permissions: [name] })),
    without(needs.origins, (pattern) => ({ origins: [pattern] })),
  ]);
  const effective = await inEffect.get();
  const isAsleep = (name: string) =>
    sleepers.includes(name) && !permissions.includes(name) && !effective?.includes(name);
  return { permissions, origins, asleep: effective ? needs.permissions.filter(isAsleep) : [] };
}

/** Whether there is nothing to ask the browser for. */
export function isNothing({ permissions, origins }: Needs): boolean {
  return permissions.length === 0 && origins.length === 0;
}

/** What a saved profile cannot do while the browser withholds something. `everything`: nothing is captured at all. */
export type Lack =
  | 'everything'
  | 'intercept'
  | 'form_post'
  | 'app_scheme'
  | 'redirects'
  | 'history'
  | 'address'
  | 'tokens'
  | 'client_token'
  | 'restart';

export function findLacks(profile: Profile, missing: Missing): Lack[] {
  const isMissing = (name: string) => missing.permissions.includes(name) || missing.asleep.includes(name);
  const tokenHost = tokenAccessOf(profile);
  const isUnreadable = tokenHost !== undefined && missing.origins.includes(tokenHost);
  if (isClientAlone(profile)) return isUnreadable ? ['client_token'] : [];
  if (isMissing('webNavigation')) return ['everything'];
  const watched = watchNeedsOf(profile).origins;
  const hasNoHost = missing.origins.some((pattern) => watched.includes(pattern));
  const isBlind = watchesRequests(profile) && (isMissing('webRequest') || hasNoHost);
  const isPassedOn = profile.intercept && (isBlind || isMissing('declarativeNetRequestWithHostAccess'));
  const cleanUp = profile.cleanUp ?? [];
  return [
    ...(isPassedOn ? ['intercept' as const] : []),
    ...(isBlind ? unseen(profile) : []),
    ...(isMissing('history') ? ['history' as const] : []),
    ...(cleanUp.includes('address') && (isMissing('scripting') || hasNoHost) ? ['address' as const] : []),
    ...(isUnreadable ? ['tokens' as const] : []),
    ...(missing.asleep.length > 0 ? ['restart' as const] : []),
  ];
}

function unseen(profile: Profile): Lack[] {
  if (isFormPost(profile)) return ['form_post'];
  if (isCustomScheme(profile.callback)) return ['app_scheme'];
  return profile.watchRequests ? ['redirects'] : [];
}

const promptWords: Record<string, string> = {
  webNavigation: 'Read your browsing history',
  history: 'Read and change your browsing history on all your signed-in devices',
};

/** The browser's own words for a permission, in Chromium's English; several have none. */
export function findPromptWords(permission: string): string | undefined {
  return promptWords[permission];
}

/** The browser's own words for access to a host. */
export function sitePromptWords(host: string): string {
  return `Read and change your data on ${host}`;
}

/** The lines that the browser's prompt will have. */
export function promptLines({ permissions, origins }: Needs): string[] {
  return [
    ...permissions.flatMap((name) => findPromptWords(name) ?? []),
    ...new Set(origins.map((pattern) => sitePromptWords(hostOf(pattern)))),
  ];
}

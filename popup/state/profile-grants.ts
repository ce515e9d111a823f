import { grantablePattern, isCustomScheme, type Needs, needsOf, watchesRequests } from '../../src/protocol/needs.ts';
import type { Profile } from '../../src/protocol/records.ts';
import { hostPattern, parseUrl } from '../../src/protocol/url.ts';
import type { Permissions } from '../host.ts';
import { isFormPost } from './profile-watch.ts';

export type SiteUse = 'requests' | 'intercept' | 'address' | 'redirects' | 'userinfo' | 'keys';

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
  add(patternOf(profile.endpoints.userinfo), ['userinfo']);
  add(patternOf(profile.issuer), ['keys']);
  add(patternOf(profile.endpoints.jwks), ['keys']);
  return [...sites.values()];
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

/** Which of these the browser does not grant at present. */
export async function findMissing({ has }: Pick<Permissions, 'has'>, needs: Needs): Promise<Needs> {
  const without = async (names: string[], grant: (name: string) => Parameters<typeof has>[0]) => {
    const held = await Promise.all(names.map((name) => has(grant(name))));
    return names.filter((_name, at) => !held[at]);
  };
  const [permissions, origins] = await Promise.all([
    without(needs.permissions, (name) => ({ permissions: [name] })),
    without(needs.origins, (pattern) => ({ origins: [pattern] })),
  ]);
  return { permissions, origins };
}

export function isNothing({ permissions, origins }: Needs): boolean {
  return permissions.length === 0 && origins.length === 0;
}

/** What a saved profile cannot do while the browser withholds something. `everything`: nothing is captured at all. */
export type Lack = 'everything' | 'intercept' | 'form_post' | 'app_scheme' | 'redirects' | 'history' | 'address';

export function findLacks(profile: Profile, missing: Needs): Lack[] {
  const isMissing = (name: string) => missing.permissions.includes(name);
  if (isMissing('webNavigation')) return ['everything'];
  const hasNoHost = missing.origins.length > 0;
  const isBlind = watchesRequests(profile) && (isMissing('webRequest') || hasNoHost);
  const cleanUp = profile.cleanUp ?? [];
  return [
    ...(isBlind && profile.intercept ? ['intercept' as const] : []),
    ...(isBlind ? unseen(profile) : []),
    ...(isMissing('history') ? ['history' as const] : []),
    ...(cleanUp.includes('address') && (isMissing('scripting') || hasNoHost) ? ['address' as const] : []),
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

import { authorizeUrl, hasBrowserFlow, sentValue, wantsCode, withPrompt } from '../protocol/authorize-url.ts';
import { encodeBase64url } from '../protocol/base64url.ts';
import { clientOf } from '../protocol/login-client.ts';
import { loginLifetime, type PendingLogin, type Profile } from '../protocol/records.ts';
import { readRequestedClaims } from '../protocol/requested-claims.ts';
import { parseUrl } from '../protocol/url.ts';
import { randomValue } from './random-value.ts';

type ChangeLogins = (change: (logins: PendingLogin[]) => PendingLogin[]) => Promise<unknown>;

type OpenedTab = { tabId?: number; isPrivate: boolean };

/** What signing in needs of the world. `now` gives milliseconds. */
export type SignInWorld = {
  profiles: () => Promise<Profile[]>;
  changeLogins: ChangeLogins;
  openTab: (url: string) => Promise<OpenedTab>;
  openEmptyTab: () => Promise<OpenedTab>;
  goTo: (tabId: number, url: string) => Promise<void>;
  /** Has the browser keep the answers to logins of this profile from the app. False when it does not. */
  intercept: (profile: Profile, isPrivate: boolean) => Promise<boolean>;
  /** Why logins of this profile are not started: its issuer's own document names another. */
  findRejection: (profile: Profile) => Promise<string | undefined>;
  now: () => number;
  /** Told the state of the login once it is stored, before anything is opened. Where it throws nothing is. */
  onStored?: (state: string) => Promise<unknown>;
  /** Whether an error says that the browser's memory for extensions is full: it is thrown on, as what it is. */
  isFull: (error: unknown) => boolean;
};

/** `other_user`: the provider asks who signs in. `silent`: it shows no page, and ends the login at once, one way or the other. */
export type SignInAs = 'other_user' | 'silent';

/** `state` tells the login apart. */
export type SignedIn = { ok: true; state: string } | { ok: false; reason: string };

/**
 * Opens the authorization endpoint of a profile in a new tab. The login is stored before the tab is opened, so that
 * its answer is known however fast it comes. One that is to be intercepted opens an empty tab first, as the rule is for
 * this tab alone; when there can be no rule the answer is watched.
 */
export async function signIn(profileId: string, world: SignInWorld, as?: SignInAs): Promise<SignedIn> {
  const profile = (await world.profiles()).find(({ id }) => id === profileId);
  if (!profile) return { ok: false, reason: 'This profile is not there any more.' };
  if (!hasBrowserFlow(profile)) return { ok: false, reason: noFlow };
  const rejection = await world.findRejection(profile);
  if (rejection !== undefined) return { ok: false, reason: rejection };
  const login = await newLogin(profile, world.now(), as);
  if (!/^https?:$/.test(parseUrl(login.authorizeUrl)?.protocol ?? '')) {
    return { ok: false, reason: 'The authorization endpoint of the profile is no web address.' };
  }
  const change = (more: Partial<PendingLogin>) =>
    world.changeLogins((logins) => logins.map((one) => (one.state === login.state ? { ...one, ...more } : one)));
  await world.changeLogins((logins) => [...withoutStale(logins, login.startedAt), login]);
  const started: SignedIn = { ok: true, state: login.state };
  try {
    await world.onStored?.(login.state);
    const opened = profile.intercept ? world.openEmptyTab() : world.openTab(login.authorizeUrl);
    const { tabId, isPrivate } = await opened;
    await change({ ...(tabId !== undefined && { tabId }), ...(isPrivate && { isPrivate }) });
    if (!profile.intercept || tabId === undefined) return started;
    await change({ intercept: (await world.intercept(profile, isPrivate)) ? 'ready' : 'refused' });
    await world.goTo(tabId, login.authorizeUrl);
    return started;
  } catch (error) {
    await world.changeLogins((logins) => logins.filter(({ state }) => state !== login.state));
    if (world.isFull(error)) throw error;
    return { ok: false, reason: 'The browser did not open the authorization endpoint of the profile.' };
  }
}

/**
 * A login about to start: state, nonce and PKCE verifier of 256 random bits each (RFC 6749 section 10.12,
 * OpenID Connect Core section 3.2.2.1, RFC 7636 section 4.1). `now` is in milliseconds.
 */
export async function newLogin(registered: Profile, now: number, as?: SignInAs): Promise<PendingLogin> {
  const profile = as === undefined ? registered : withPrompt(registered, as === 'silent' ? 'none' : 'login');
  const verifier = randomValue();
  const once = {
    state: randomValue(),
    nonce: randomValue(),
    ...(wantsCode(profile) && { codeChallenge: await challengeOf(verifier) }),
  };
  const { state, nonce } = once;
  return {
    state,
    nonce,
    verifier,
    profileId: profile.id,
    startedAt: now,
    authorizeUrl: authorizeUrl(profile, once),
    request: requestOf(profile),
    client: clientOf(profile),
    ...(as === 'silent' && { silent: true as const }),
    ...(profile.intercept && { intercept: 'wanted' as const }),
    captureIds: [],
    ended: false,
  };
}

/** What the authorize URL of a profile asks for: parameters that the person added go before our own. */
function requestOf(profile: Profile): PendingLogin['request'] {
  const sent = (name: string) => sentValue(profile, name);
  const maxAge = Number(sent('max_age') || NaN);
  const claims = readRequestedClaims(sent('claims'));
  const acr = sent('acr_values') || claims.acr;
  const prompt = sent('prompt');
  return {
    responseType: sent('response_type') ?? profile.responseType,
    scopes: (sent('scope') ?? '').split(' ').filter(Boolean),
    redirectUri: sent('redirect_uri') ?? profile.callback,
    ...(Number.isFinite(maxAge) && { maxAge }),
    ...(acr && { acr }),
    ...(claims.authTime && { authTime: true as const }),
    ...(wantsCode(profile) && { pkce: 'S256' as const }),
    ...(prompt && { prompt }),
  };
}

const noFlow =
  'This profile has no flow that goes through the browser: it gets tokens for the client itself. Choose “Token for the client itself”, or another flow in the profile.';

/** RFC 7636 section 4.2: `S256`. */
async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return encodeBase64url(new Uint8Array(digest));
}

/** The logins that may still come back: none is older than ten minutes. `now` is in milliseconds. */
export function withoutStale(logins: PendingLogin[], now: number): PendingLogin[] {
  return logins.filter((login) => now - login.startedAt < loginLifetime);
}

/** When the first of these logins is over (ms), one whose code waits to be exchanged too; undefined where there is none. */
export function firstEnd(logins: PendingLogin[]): number | undefined {
  if (logins.length === 0) return undefined;
  return Math.min(...logins.map(({ startedAt }) => startedAt)) + loginLifetime;
}

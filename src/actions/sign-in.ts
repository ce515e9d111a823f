import { authorizeUrl } from '../protocol/authorize-url.ts';
import { encodeBase64url } from '../protocol/base64url.ts';
import { loginLifetime, type PendingLogin, type Profile } from '../protocol/records.ts';
import { parseUrl } from '../protocol/url.ts';

type ChangeLogins = (change: (logins: PendingLogin[]) => PendingLogin[]) => Promise<unknown>;

/** What signing in needs of the world. `now` gives milliseconds. */
export type SignInWorld = {
  profiles: () => Promise<Profile[]>;
  changeLogins: ChangeLogins;
  openTab: (url: string) => Promise<number | undefined>;
  now: () => number;
};

/**
 * Opens the authorization endpoint of a profile in a new tab. The login is stored before the tab is opened, so that
 * its answer is known however fast it comes.
 */
export async function signIn(
  profileId: string,
  world: SignInWorld,
): Promise<{ ok: true } | { ok: false; reason: string }> {
  const profile = (await world.profiles()).find(({ id }) => id === profileId);
  if (!profile) return { ok: false, reason: 'This profile is not there any more.' };
  const login = newLogin(profile, world.now());
  if (!/^https?:$/.test(parseUrl(login.authorizeUrl)?.protocol ?? '')) {
    return { ok: false, reason: 'The authorization endpoint of the profile is no web address.' };
  }
  await world.changeLogins((logins) => [...withoutStale(logins, login.startedAt), login]);
  let tabId: number | undefined;
  try {
    tabId = await world.openTab(login.authorizeUrl);
  } catch {
    await world.changeLogins((logins) => logins.filter(({ state }) => state !== login.state));
    return { ok: false, reason: 'The browser did not open the authorization endpoint of the profile.' };
  }
  if (tabId !== undefined) {
    await world.changeLogins((logins) =>
      logins.map((other) => (other.state === login.state ? { ...other, tabId } : other)),
    );
  }
  return { ok: true };
}

/**
 * A login about to start: state, nonce and PKCE verifier of 256 random bits each (RFC 6749 section 10.12,
 * OpenID Connect Core section 3.2.2.1, RFC 7636 section 4.1). `now` is in milliseconds.
 */
export function newLogin(profile: Profile, now: number): PendingLogin {
  const once = { state: randomValue(), nonce: randomValue() };
  return {
    ...once,
    verifier: randomValue(),
    profileId: profile.id,
    startedAt: now,
    authorizeUrl: authorizeUrl(profile, once),
    request: { responseType: profile.responseType, scopes: profile.scopes, redirectUri: profile.callback },
    captureIds: [],
    ended: false,
  };
}

/** The logins that may still come back: none is older than ten minutes. `now` is in milliseconds. */
export function withoutStale(logins: PendingLogin[], now: number): PendingLogin[] {
  return logins.filter((login) => now - login.startedAt < loginLifetime);
}

function randomValue(): string {
  return encodeBase64url(crypto.getRandomValues(new Uint8Array(32)));
}

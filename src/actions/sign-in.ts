import { authorizeUrl } from '../protocol/authorize-url.ts';
import { encodeBase64url } from '../protocol/base64url.ts';
import { loginLifetime, type PendingLogin, type Profile } from '../protocol/records.ts';

/**
 * A login about to start: state, nonce and PKCE verifier of 256 random bits each (RFC 6749 section 10.12,
 * OpenID Connect Core section 3.2.2.1, RFC 7636 section 4.1). `now` is in milliseconds.
 */
export function newLogin(profile: Profile, now: number, random: () => string = randomValue): PendingLogin {
  const once = { state: random(), nonce: random() };
  return {
    ...once,
    verifier: random(),
    profileId: profile.id,
    startedAt: now,
    authorizeUrl: authorizeUrl(profile, once),
    request: { responseType: profile.responseType, scopes: profile.scopes, redirectUri: profile.callback },
    captureIds: [],
    ended: false,
  };
}

/** Logins that may still come back: not older than ten minutes, or ended with an answer that waits to be judged. */
export function withoutStale(logins: PendingLogin[], now: number): PendingLogin[] {
  return logins.filter((login) => now - login.startedAt < loginLifetime);
}

function randomValue(): string {
  return encodeBase64url(crypto.getRandomValues(new Uint8Array(32)));
}

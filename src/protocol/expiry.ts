import { findSeconds } from './claims-times.ts';
import { importedAt } from './imported.ts';
import type { Capture, TokenName } from './records.ts';
import { findClaim } from './token.ts';

type Dated = Pick<Capture, 'capturedAt' | 'tokens' | 'expiresAt' | 'tokenAnswer'> & Partial<Pick<Capture, 'events'>>;

/** In milliseconds: how long what has no readable end counts as of use. */
const untold = 3_600_000;

/**
 * When a token of a capture expires, in milliseconds: as its own `exp` says (RFC 7519 section 4.1.4), else for an access
 * token as the answer said (`expires_in`, RFC 6749 section 5.1). Undefined where neither can be read.
 */
export function tokenExpiresAt({ tokens, expiresAt }: Pick<Dated, 'tokens' | 'expiresAt'>, name: TokenName) {
  const token = tokens[name];
  if (token === undefined) return undefined;
  const told = name === 'access_token' ? findSeconds(expiresAt) : undefined;
  const seconds = findSeconds(findClaim(token, 'exp')) ?? told;
  return seconds === undefined ? undefined : seconds * 1000;
}

/** When the tokens that a capture holds came, in milliseconds: with the login, or with what the token endpoint brought since. */
export function arrivedAt({ capturedAt, tokenAnswer }: Pick<Dated, 'capturedAt' | 'tokenAnswer'>): number {
  return Math.max(capturedAt, tokenAnswer?.at ?? 0);
}

/**
 * When a capture is over, in milliseconds, always later than it came: with the last of its ID token and access token. A
 * refresh token does not prolong it. One hour after it came where no end can be read, or where it was over before.
 */
export function captureExpiresAt(capture: Dated): number {
  // one out of a file came to this browser when it was imported
  const came = Math.max(arrivedAt(capture), importedAt(capture) ?? 0);
  const ends = (['id_token', 'access_token'] as const).map((name) => tokenExpiresAt(capture, name) ?? 0);
  const last = Math.max(...ends);
  return last > came ? last : came + untold;
}

import { findSeconds, timeClaims } from '../../../src/protocol/claims-times.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { decodeToken } from '../../../src/protocol/token.ts';

const times = new Set(Object.keys(timeClaims));

/** The moments of a capture that are shown as relative times, in milliseconds. */
export function capturedMoments({ capturedAt, tokens, expiresAt, userinfo, tokenFailure }: Capture): number[] {
  const claims = [tokens.id_token, tokens.access_token].flatMap((token) => {
    const decoded = token === undefined ? undefined : decodeToken(token);
    if (decoded?.kind !== 'signed') return [];
    return decoded.claims.filter(([claim]) => times.has(claim)).map(([, value]) => value);
  });
  const seconds = [expiresAt, ...claims].map(findSeconds).filter((value) => value !== undefined);
  const { at = 0, retryAfter } = tokenFailure ?? {};
  const retry = retryAfter === undefined ? [] : [at + retryAfter * 1000];
  return [capturedAt, ...(userinfo ? [userinfo.at] : []), ...retry, ...seconds.map((value) => value * 1000)];
}

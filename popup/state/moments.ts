import type { Capture } from '../../src/protocol/records.ts';
import { findClaim } from '../../src/protocol/token.ts';

/** The moments of a capture that are shown as relative times, in milliseconds. */
export function capturedMoments({ capturedAt, tokens, expiresAt, userinfo }: Capture): number[] {
  const claims = [tokens.id_token, tokens.access_token].flatMap((token) => [
    findClaim(token, 'exp'),
    findClaim(token, 'iat'),
  ]);
  const seconds = [expiresAt, ...claims].filter((value) => typeof value === 'number');
  return [capturedAt, ...(userinfo ? [userinfo.at] : []), ...seconds.map((value) => value * 1000)];
}

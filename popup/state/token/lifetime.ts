import { findSeconds } from '../../../src/protocol/claims-times.ts';
import { arrivedAt, tokenExpiresAt } from '../../../src/protocol/expiry.ts';
import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import { findClaim } from '../../../src/protocol/token.ts';
import { type WhyMissing, whyMissing } from '../capture/why-missing.ts';
import { stretch } from '../time-words.ts';

/** How much of a token's time is left. Moments in milliseconds, `total` and `left` in seconds for the meter. */
export type Lifetime =
  | { kind: 'none'; words: string }
  | { kind: 'unreadable'; words: string }
  | { kind: 'revoked'; words: string; at: number }
  | { kind: 'runs'; words: string; tone?: 'warn' | 'fail'; total: number; left: number; expiresAt: number };

const soon = 600;

/** The lifetime of one token of a capture: its own `exp`, or for an access token what the answer said. */
export function lifetimeOf(capture: Capture, profile: Profile | undefined, name: TokenName, now: number): Lifetime {
  const token = capture.tokens[name];
  if (token === undefined) return { kind: 'none', words: missingWords[whyMissing(capture, profile, name)] };
  const expiresAt = tokenExpiresAt(capture, name);
  const at = findRevokedAt(capture, name);
  if (at !== undefined && !(expiresAt !== undefined && expiresAt <= now)) {
    return { kind: 'revoked', words: 'revoked', at };
  }
  if (expiresAt === undefined) return { kind: 'unreadable', words: 'expiry not readable' };
  const exp = expiresAt / 1000;
  const issued = findSeconds(findClaim(token, 'iat')) ?? arrivedAt(capture) / 1000;
  const total = Math.max(1, exp - issued);
  const left = Math.min(total, Math.max(0, (expiresAt - now) / 1000));
  if (expiresAt <= now) {
    return { kind: 'runs', words: `expired ${stretch(now - expiresAt)} ago`, tone: 'fail', total, left: 0, expiresAt };
  }
  const words = `expires in ${stretch(expiresAt - now)}`;
  return { kind: 'runs', words, ...(left < soon && { tone: 'warn' as const }), total, left, expiresAt };
}

export function isExpired(life: Lifetime): boolean {
  return life.kind === 'runs' && life.tone === 'fail';
}

/** Whether a token is of no use any more: it expired, or the provider was told to end it. */
export function isOver(life: Lifetime): boolean {
  return life.kind === 'revoked' || isExpired(life);
}

/**
 * When a token was revoked, in milliseconds: with a refresh token go the access tokens that came of it (RFC 7009 section
 * 2.1). Nobody revokes an ID token.
 */
function findRevokedAt({ deadAccessToken, deadRefreshToken: dead }: Capture, name: TokenName): number | undefined {
  if (name === 'id_token') return undefined;
  const own = name === 'access_token' ? deadAccessToken?.at : undefined;
  return own ?? (dead?.why === 'revoked' ? dead.at : undefined);
}

/** The tab that is in front at first: an access token that is over explains most, else the first token there is. */
export function firstTab(capture: Capture, profile: Profile | undefined, now: number): TokenName {
  if (isOver(lifetimeOf(capture, profile, 'access_token', now))) return 'access_token';
  if (capture.tokens.id_token !== undefined) return 'id_token';
  if (capture.tokens.access_token !== undefined) return 'access_token';
  return capture.tokens.refresh_token === undefined ? 'id_token' : 'refresh_token';
}

/** The words of a tab without a token. */
const missingWords: Record<WhyMissing, string> = {
  jarm: 'inside the signed answer',
  pasted: 'none in what was pasted',
  openid: 'none without openid',
  flow: 'none with this flow',
  implicit: 'none with implicit',
  code: 'code not exchanged',
  client: 'none without a user',
  answer: 'none in this answer',
  unknown: 'none in this answer',
};

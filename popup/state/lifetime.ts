import { findSeconds } from '../../src/protocol/claims-times.ts';
import { arrivedAt, tokenExpiresAt } from '../../src/protocol/expiry.ts';
import type { Capture, Profile, TokenName } from '../../src/protocol/records.ts';
import { findClaim } from '../../src/protocol/token.ts';
import { stretch } from './time-words.ts';
import { type WhyMissing, whyMissing } from './why-missing.ts';

/** How much of a token's time is left. Moments in milliseconds, `total` and `left` in seconds for the meter. */
export type Lifetime =
  | { kind: 'none'; words: string }
  | { kind: 'unreadable'; words: string }
  | { kind: 'runs'; words: string; tone?: 'warn' | 'fail'; total: number; left: number; expiresAt: number };

const soon = 600;

/** The lifetime of one token of a capture: its own `exp`, or for an access token what the answer said. */
export function lifetimeOf(capture: Capture, profile: Profile | undefined, name: TokenName, now: number): Lifetime {
  const token = capture.tokens[name];
  if (token === undefined) return { kind: 'none', words: missingWords[whyMissing(capture, profile, name)] };
  const expiresAt = tokenExpiresAt(capture, name);
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

/** The tab that is in front at first: an expired access token explains most, else the first token there is. */
export function firstTab(capture: Capture, profile: Profile | undefined, now: number): TokenName {
  if (isExpired(lifetimeOf(capture, profile, 'access_token', now))) return 'access_token';
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

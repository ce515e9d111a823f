import type { Capture, Profile, TokenName } from '../../src/protocol/records.ts';
import { findClaim } from '../../src/protocol/token.ts';
import { flowName } from './provider-words.ts';
import { stretch } from './time-words.ts';

/** How much of a token's time is left. Moments in milliseconds, `total` and `left` in seconds for the meter. */
export type Lifetime =
  | { kind: 'none'; words: string }
  | { kind: 'unreadable'; words: string }
  | { kind: 'runs'; words: string; tone?: 'warn' | 'fail'; total: number; left: number; expiresAt: number };

const soon = 600;

/** The lifetime of one token of a capture: its own `exp`, or for an access token what the answer said. */
export function lifetimeOf(capture: Capture, profile: Profile | undefined, name: TokenName, now: number): Lifetime {
  const token = capture.tokens[name];
  if (token === undefined) return { kind: 'none', words: missingWords(capture, profile, name) };
  const exp = seconds(findClaim(token, 'exp')) ?? (name === 'access_token' ? capture.expiresAt : undefined);
  if (exp === undefined) return { kind: 'unreadable', words: 'expiry not readable' };
  const expiresAt = exp * 1000;
  const issued = seconds(findClaim(token, 'iat')) ?? capture.capturedAt / 1000;
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

function missingWords(capture: Capture, profile: Profile | undefined, name: TokenName): string {
  const responseType = capture.request?.responseType ?? profile?.responseType ?? '';
  const scopes = capture.scope?.split(' ') ?? capture.request?.scopes ?? profile?.scopes ?? ['openid'];
  if (name === 'id_token' && !scopes.includes('openid')) return 'none without openid';
  if (name === 'refresh_token' && flowName(responseType) === 'implicit') return 'none with implicit';
  return 'none in this answer';
}

function seconds(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

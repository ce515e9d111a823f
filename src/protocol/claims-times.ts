import type { ClaimMeaning } from './claims.ts';

const time = (meaning: string): ClaimMeaning => ({ group: 'times', kind: 'time', meaning });

/** The claims that are moments, in seconds since 1970 (NumericDate, RFC 7519 section 2), by what they are for. */
export const timeClaims = {
  updated_at: time('When the user’s data last changed.'),
  auth_time: time('When the user proved who they are.'),
  iat: time('When this token was made.'),
  nbf: time('Before this moment it is refused.'),
  exp: time('From this moment on it is refused.'),
  toe: time('When the event happened.'),
};

/** Whether a time was written in milliseconds: 12 to 14 digits, where seconds of this age have ten. */
export function isInMilliseconds(value: number): boolean {
  return value >= 1e11 && value < 1e14;
}

/** The seconds of a claim that is a moment; undefined for what is no number, or one too large to be seconds. */
export function findSeconds(value: unknown): number | undefined {
  return typeof value === 'number' && Math.abs(value) < 1e11 ? value : undefined;
}

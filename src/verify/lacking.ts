import type { Known } from './known.ts';

export const noProfile =
  'There is no profile to check it against: it was deleted, or there was none. Register the callback and sign in from here.';

/** Why no issuer is expected, and what to do about it. */
export function noIssuer({ profile }: Pick<Known, 'profile'>): string {
  if (!profile) return noProfile;
  const field = profile.provider === 'cognito' ? 'user pool id' : 'issuer';
  return `The profile names no issuer. Enter the ${field} there, or trust the issuer that this token names.`;
}

/** Why no client id is expected, and what to do about it. */
export function noClientId({ profile }: Pick<Known, 'profile'>): string {
  return profile ? 'The profile names no client id. Enter it there to check this.' : noProfile;
}

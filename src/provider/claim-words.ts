import { type ClaimMeaning, findMeaning } from '../protocol/claims.ts';
import type { Profile } from '../protocol/records.ts';
import { cognitoClaims, customAttribute } from './cognito-claims.ts';

/** The plain words for a claim of a token of this provider, or undefined for an unknown one. */
export function explainClaim(
  provider: Profile['provider'] | undefined,
  use: 'id_token' | 'access_token',
  name: string,
): ClaimMeaning | undefined {
  if (provider !== 'cognito') return findMeaning(name, use);
  return findMeaning(name, use, cognitoClaims) ?? (isCustomAttribute(name) ? customAttribute : undefined);
}

/** `custom:plan`, or `dev:custom:plan` where only a developer's key may write it. */
function isCustomAttribute(name: string): boolean {
  return name.startsWith('custom:') || name.startsWith('dev:custom:');
}

import { registeredClaims } from './claims-registered.ts';

/** What a claim is for, in the order in which the groups are shown. */
export const claimGroups = ['who', 'for_whom', 'times', 'ties', 'other'] as const;
export type ClaimGroup = (typeof claimGroups)[number];

/** How the value is shown: a time in seconds since 1970 (NumericDate), a list of words, or as it stands. */
export type ClaimKind = 'text' | 'time' | 'words' | 'list';

export type ClaimMeaning = { group: ClaimGroup; kind?: ClaimKind; meaning: string };

/** A provider's own claims, and its own words for the common ones, asked for before the registered ones. */
export type ClaimWords = Record<string, ClaimMeaning | ((use: 'id_token' | 'access_token') => ClaimMeaning)>;

/** The meaning of a claim, or undefined for one that no specification and no provider words know: never a guess. */
export function findMeaning(
  name: string,
  use: 'id_token' | 'access_token',
  own: ClaimWords = {},
): ClaimMeaning | undefined {
  const words = [own, registeredClaims].find((one) => Object.hasOwn(one, name));
  const entry = words?.[name];
  return typeof entry === 'function' ? entry(use) : entry;
}

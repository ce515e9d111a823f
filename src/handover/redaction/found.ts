import type { SecretKind } from './names.ts';

/** What the first walk over the records finds. */
export type Found = {
  /** Each secret, with what it is. */
  secrets: Map<string, SecretKind>;
  /** Each value of a masked claim, with its claim. */
  claims: Map<string, string>;
  /** The masked claims that occur, each with its values. */
  masked: Map<string, Set<string>>;
  /** What stands openly where ids and addresses are told. */
  told: Set<string>;
};

export function nothingFound(): Found {
  return { secrets: new Map(), claims: new Map(), masked: new Map(), told: new Set() };
}

/** What somebody named keeps that name, however it looks elsewhere. */
export function noteSecret({ secrets }: Found, value: string, kind: SecretKind): void {
  const known = secrets.get(value);
  if (known === undefined || known === 'value') secrets.set(value, kind);
}

/** `isWhole`: it is the value of the claim itself, and no piece of it. */
export function noteClaim({ claims, masked }: Found, value: string, claim: string, isWhole = true): void {
  if (!claims.has(value)) claims.set(value, claim);
  if (isWhole) masked.set(claim, (masked.get(claim) ?? new Set()).add(value));
}

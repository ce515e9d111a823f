import type { Capture } from '../records.ts';
import { findClaim } from '../token.ts';

/** Why two logins have little to do with each other. */
export type Unrelated = { what: 'issuer' | 'client' | 'user'; a: string; b: string };

/**
 * In what two logins are unrelated: an issuer, a client or a user that both name, and name differently. With another
 * issuer the rest says nothing more: `sub` is unique within one alone (OpenID Connect Core section 2).
 */
export function findUnrelated(a: Capture, b: Capture): Unrelated[] {
  const found = (['issuer', 'client', 'user'] as const).flatMap((what): Unrelated[] => {
    const [before, after] = [namesOf[what](a), namesOf[what](b)];
    return before === undefined || after === undefined || before === after ? [] : [{ what, a: before, b: after }];
  });
  return found[0]?.what === 'issuer' ? found.slice(0, 1) : found;
}

const namesOf: Record<Unrelated['what'], (capture: Capture) => string | undefined> = {
  issuer: ({ tokens }) => textOf(tokens.id_token, 'iss') ?? textOf(tokens.access_token, 'iss'),
  client: ({ tokens }) =>
    textOf(tokens.id_token, 'azp') ??
    onlyOf(findClaim(tokens.id_token, 'aud')) ??
    textOf(tokens.access_token, 'client_id') ??
    textOf(tokens.access_token, 'azp'),
  user: userOf,
};

/** The subject of a capture's tokens. */
export function userOf({ tokens }: Pick<Capture, 'tokens'>): string | undefined {
  return textOf(tokens.id_token, 'sub') ?? textOf(tokens.access_token, 'sub');
}

function textOf(token: string | undefined, name: string): string | undefined {
  return onlyOf(findClaim(token, name));
}

function onlyOf(value: unknown): string | undefined {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof only === 'string' && only !== '' ? only : undefined;
}

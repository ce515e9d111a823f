import { holdsMark } from '../imported.ts';
import type { Capture } from '../records.ts';
import { findClaim } from '../token.ts';
import type { Login } from './login-facts.ts';

/** Why two logins have little to do with each other. */
export type Unrelated = { what: 'issuer' | 'client' | 'user'; a: string; b: string };

type Of = Pick<Login, 'capture' | 'issuer' | 'client'>;

/**
 * In what two logins are unrelated: an issuer, a client or a user that both name, and name differently. Where the tokens of
 * one name none, as those of an error do not, their profiles tell issuer and client of both. With another issuer the rest
 * says nothing more: `sub` is unique within one alone (OpenID Connect Core section 2).
 */
export function findUnrelated(a: Of, b: Of): Unrelated[] {
  const found = (['issuer', 'client', 'user'] as const).flatMap((what): Unrelated[] => {
    const inTokens = pairOf(namesOf[what](a.capture), namesOf[what](b.capture));
    const [before, after] = inTokens ?? (what === 'user' ? undefined : pairOf(a[what], b[what])) ?? [];
    return before === undefined || after === undefined || before === after ? [] : [{ what, a: before, b: after }];
  });
  return found[0]?.what === 'issuer' ? found.slice(0, 1) : found;
}

function pairOf(a: string | undefined, b: string | undefined): [string, string] | undefined {
  return a === undefined || b === undefined ? undefined : [a, b];
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
  // what an export masked names nobody
  return typeof only === 'string' && only !== '' && !holdsMark(only) ? only : undefined;
}

import type { PendingLogin, Profile } from './records.ts';

type Client = NonNullable<PendingLogin['client']>;

/** The client of a profile and where it asks: what a login that starts now is pinned to. */
export function clientOf({ clientId, issuer, endpoints: { authorization, token } }: Profile): Client {
  return { clientId, authorization, ...(issuer && { issuer }), ...(token && { token }) };
}

/**
 * Whether a profile is still the client that a login was started for: its code, and with it the client's secret, goes to
 * nobody else (RFC 9700 section 4.4).
 */
export function isClientOf(profile: Profile, { client }: Pick<PendingLogin, 'client'>): boolean {
  if (!client) return true;
  const now = clientOf(profile);
  const names = ['clientId', 'authorization', 'issuer', 'token'] as const;
  return names.every((name) => now[name] === client[name]);
}

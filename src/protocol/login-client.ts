import type { Capture, PendingLogin, Profile } from './records.ts';
import { originOf } from './token-access.ts';

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

/** What an answer to a profile is pinned to as it comes: that of its login, where one was started here. */
export function answeredClient(profile: Profile, login?: Pick<PendingLogin, 'client'>): NonNullable<Capture['client']> {
  const { clientId, authorization } = login?.client ?? clientOf(profile);
  return { clientId, authorization };
}

/**
 * Whether a profile is another client than the one that a capture came to, or one of another provider: the tokens of the
 * capture do not go there. An issuer that was added or corrected since makes it no other.
 */
export function isOfOtherClient({ client }: Pick<Capture, 'client'>, { clientId, endpoints }: Profile): boolean {
  if (!client) return false;
  return client.clientId !== clientId || originOf(client.authorization) !== originOf(endpoints.authorization);
}

/** Of a call that is not sent for it. */
export const otherClientWords =
  'The profile is of another client or provider than when this came, so its tokens are not sent there. Sign in again.';

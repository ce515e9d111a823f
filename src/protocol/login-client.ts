import type { Capture, PendingLogin, Profile } from './records.ts';

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
 * Whether a profile asks another provider than the one that a capture is from: what came from one server goes to no other. An
 * issuer that was added or corrected since makes it no other.
 */
export function isOfOtherProvider(
  { client }: Pick<Capture, 'client'>,
  { endpoints }: Pick<Profile, 'endpoints'>,
): boolean {
  return client !== undefined && client.authorization !== endpoints.authorization;
}

/** Whether it is of another provider or of another client there: what was issued to one client is of no use to another. */
export function isOfOtherClient(capture: Pick<Capture, 'client'>, profile: Profile): boolean {
  const { client } = capture;
  return isOfOtherProvider(capture, profile) || (client !== undefined && client.clientId !== profile.clientId);
}

/** Of a call that is not sent for it. */
export const otherClientWords =
  'Since this came, the profile was given another client or provider. Its tokens are not sent there. Sign in again.';

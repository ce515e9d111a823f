import { matchesCallback } from '../protocol/callback-match.ts';
import type { PendingLogin, Profile } from '../protocol/records.ts';

type Sent = Pick<PendingLogin, 'request'>;

/**
 * The callback that a login ended at, whose own query is no part of the answer: the redirect_uri that was sent, where it
 * did end there, else the registered one.
 */
export function ownCallback(
  { callback, anyLoopbackPort = false }: Pick<Profile, 'callback' | 'anyLoopbackPort'>,
  login: Sent | undefined,
  address: string,
): string {
  const sent = login?.request.redirectUri;
  return sent !== undefined && matchesCallback({ callback: sent, anyLoopbackPort }, address) ? sent : callback;
}

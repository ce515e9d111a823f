import { findEndpoint } from '../../../src/protocol/endpoints.ts';
import type { Profile } from '../../../src/protocol/records.ts';

/** The token endpoint of a profile: its own, else the one that its issuer's metadata names. */
export function tokenEndpointOf(profile: Profile | undefined): string | undefined {
  return profile && findEndpoint(profile, 'token');
}

/** The same of the revocation endpoint (RFC 7009). */
export function revocationEndpointOf(profile: Profile | undefined): string | undefined {
  return profile && findEndpoint(profile, 'revocation');
}

/** The same of userInfo (OpenID Connect Core section 5.3). */
export function userinfoEndpointOf(profile: Profile | undefined): string | undefined {
  return profile && findEndpoint(profile, 'userinfo');
}

export type SecretState = 'not_needed' | 'there' | 'locked' | 'missing';

/** How it stands with the client secret that a call to the token endpoint takes. Undefined members are not read yet. */
export function secretState(
  { id, clientAuth }: Profile,
  { secrets, keptSecrets = [] }: { secrets?: string[]; keptSecrets?: string[] },
): SecretState {
  if (clientAuth === 'none') return 'not_needed';
  // nothing is said against it before it is known
  if (!secrets || secrets.includes(id)) return 'there';
  return keptSecrets.includes(id) ? 'locked' : 'missing';
}

/** Why a call cannot be made for the secret's sake. */
export const secretWords: Record<'locked' | 'missing', string> = {
  locked: 'The client secret is locked: unlock it with its passphrase.',
  missing: 'The client secret is not in memory. Enter it in the profile.',
};

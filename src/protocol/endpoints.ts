import type { Profile } from './records.ts';

export type Endpoint = keyof Profile['endpoints'];

/** The endpoints by their names in the metadata of an issuer (OpenID Connect Discovery section 3, RFC 8414 section 2). */
export const endpointMembers: Record<Endpoint, string> = {
  authorization: 'authorization_endpoint',
  token: 'token_endpoint',
  userinfo: 'userinfo_endpoint',
  revocation: 'revocation_endpoint',
  endSession: 'end_session_endpoint',
  jwks: 'jwks_uri',
};

/**
 * Where the calls of a profile go: to the endpoint that it names itself, else to the one in the metadata of its issuer
 * that was saved with it. Metadata of another issuer names none (OpenID Connect Discovery section 4.3).
 */
export function findEndpoint(
  { endpoints, issuer, metadata }: Pick<Profile, 'endpoints' | 'issuer' | 'metadata'>,
  kind: Endpoint,
): string | undefined {
  const { document = {} } = metadata ?? {};
  const told = issuer && document.issuer === issuer ? document[endpointMembers[kind]] : undefined;
  return endpoints[kind] || (typeof told === 'string' && told !== '' ? told : undefined);
}

import type { ErrorEntry, ErrorWords } from './error-words.ts';

const row = (code: string, heading: string, meaning: string, todo: string): ErrorEntry => ({
  where: 'token',
  match: { code },
  words: { heading, meaning, todo },
});

const wrongVerifier: ErrorWords = {
  heading: 'The code_verifier does not belong to this code',
  meaning: 'PKCE: the verifier that was sent does not make the code_challenge of the authorization request.',
  todo: 'Start a new sign-in: a code and its verifier belong to one login, and the code is spent now.',
};

/**
 * The errors of a token answer: RFC 6749 section 5.2, RFC 7636 section 4.6, RFC 8628 section 3.5, RFC 8707 section 2,
 * RFC 9396 section 6, RFC 9449 sections 5 and 8.
 */
export const oauthTokenErrors: readonly ErrorEntry[] = [
  { where: 'token', match: { code: 'invalid_grant', says: /verifier|challenge|\bpkce\b/i }, words: wrongVerifier },
  row(
    'invalid_request',
    'The token endpoint could not read the request',
    'A parameter is missing, stands twice or has a value that the provider does not know.',
    'Compare the request with the provider’s documentation. It is a form, sent by POST.',
  ),
  row(
    'invalid_client',
    'The client was not accepted',
    'The client id is unknown, the secret is wrong, or it was sent in a way that the provider does not take.',
    'Compare client id and secret with the provider’s settings of the client, and whether it wants them as a header or in the form.',
  ),
  {
    where: 'token',
    match: { code: 'invalid_grant', has: 'refresh_token' },
    words: {
      heading: 'The refresh token is not good any more',
      meaning: 'It was used before, is expired or revoked, or belongs to another client.',
      todo: 'Sign in again for another.',
    },
  },
  {
    where: 'token',
    match: { code: 'invalid_grant', has: 'authorization_code' },
    words: {
      heading: 'The code is not good any more',
      meaning: 'It was used before, is expired, belongs to another client, or came with another redirect_uri.',
      todo: 'Sign in again: a code is good once, and for a short time.',
    },
  },
  row(
    'invalid_grant',
    'The code or refresh token is not good any more',
    'It was used before, is expired or revoked, belongs to another client, or came with another redirect_uri.',
    'Start a new sign-in: a code is good once, and for a short time.',
  ),
  row(
    'unauthorized_client',
    'This client may not use the grant',
    'The client is not allowed to ask for tokens in this way.',
    'Allow the grant in the provider’s settings of the client.',
  ),
  row(
    'unsupported_grant_type',
    'The provider does not know this grant',
    'The grant_type that was sent is none that its token endpoint takes.',
    'Choose another flow. Discovery lists the grants under grant_types_supported.',
  ),
  row(
    'invalid_scope',
    'A scope is not allowed',
    'One of the scopes is unknown, malformed, or more than was granted at first.',
    'Ask for the scopes of the first grant, or for fewer of them.',
  ),

  row(
    'authorization_pending',
    'The user has not decided yet',
    'The login on the other device is still under way.',
    'Ask again after the interval that the provider named.',
  ),
  row(
    'slow_down',
    'The provider was asked too often',
    'The login on the other device is still under way.',
    'Wait 5 s more than before between two questions.',
  ),
  row(
    'access_denied',
    'Access was denied',
    'The user, or the provider, said no.',
    'Start again and agree, or check whether this user may use the client.',
  ),
  row(
    'expired_token',
    'The device code is expired',
    'Nobody signed in on the other device in time.',
    'Start again with a new code.',
  ),

  row(
    'invalid_target',
    'The provider does not know the resource',
    'The resource that was named is unknown, malformed or was not granted.',
    'Compare resource with the APIs that the provider knows.',
  ),
  row(
    'invalid_authorization_details',
    'The authorization details were not accepted',
    'They hold a type or field that the provider does not know, or more than was granted.',
    'Compare authorization_details with the provider’s documentation.',
  ),
  row(
    'use_dpop_nonce',
    'The provider wants a DPoP nonce',
    'The proof must carry the value of the DPoP-Nonce header of this answer.',
    'Send the request once more with that nonce in the proof.',
  ),
  row(
    'invalid_dpop_proof',
    'The DPoP proof was not accepted',
    'Its signature, htm, htu, iat or nonce does not fit the request.',
    'Make a new proof for this address and method, and check this computer’s clock.',
  ),
  {
    where: 'token',
    match: { status: 405 },
    words: {
      heading: 'The token endpoint takes no such request',
      meaning: 'It answers POST only (RFC 6749 section 3.2).',
      todo: 'Send the parameters as a form, by POST.',
    },
  },
];

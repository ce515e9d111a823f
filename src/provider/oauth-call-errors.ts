import type { ErrorEntry, ErrorPlace } from './error-words.ts';

const row =
  (where: ErrorPlace) =>
  (match: ErrorEntry['match'], heading: string, meaning: string, todo: string): ErrorEntry => ({
    where,
    match,
    words: { heading, meaning, todo },
  });
const userinfo = row('userinfo');
const revoke = row('revoke');

/**
 * The errors of a call with a token: RFC 6750 section 3.1, RFC 9449 section 7, RFC 9470 section 3; then those of a
 * revocation: RFC 7009 section 2.2.1.
 */
export const oauthCallErrors: readonly ErrorEntry[] = [
  userinfo(
    { code: 'invalid_request' },
    'The call could not be read',
    'The token is missing, malformed or was sent in more than one way.',
    'Sign in again for a fresh one.',
  ),
  userinfo(
    { code: 'invalid_token' },
    'The access token was refused',
    'It is expired, revoked, malformed or not meant for this endpoint.',
    'Sign in again for a fresh one.',
  ),
  userinfo(
    { code: 'insufficient_scope' },
    'The access token lacks a scope',
    'userInfo asks for openid at least.',
    'Add the scope to the profile, then sign in again.',
  ),
  userinfo(
    { code: 'use_dpop_nonce' },
    'The provider wants a DPoP nonce',
    'The access token is bound to a key, and the proof must carry the value of the DPoP-Nonce header.',
    'Call with a client that makes DPoP proofs.',
  ),
  userinfo(
    { code: 'invalid_dpop_proof' },
    'The DPoP proof was not accepted',
    'The access token is bound to a key: the call needs a proof made with that key for this address.',
    'Call with a client that makes DPoP proofs.',
  ),
  userinfo(
    { code: 'insufficient_user_authentication' },
    'The login was not strong or fresh enough',
    'The call asks for a stronger way of signing in (acr_values) or a later login (max_age).',
    'Put the value that the answer names into the extra parameters of the profile, then sign in again.',
  ),
  revoke(
    { code: 'unsupported_token_type' },
    'This kind of token cannot be revoked here',
    'The provider does not revoke the token that was sent.',
    'Send the refresh token: its access tokens go with it at most providers.',
  ),
  revoke(
    { code: 'invalid_request' },
    'The revocation could not be read',
    'The token is missing, or a parameter stands twice.',
    'Send the token as a form, by POST.',
  ),
  revoke(
    { code: 'invalid_client' },
    'The client was not accepted',
    'The client id is unknown, or the secret is missing or wrong.',
    'Send the client id of the profile the token was made for, and its secret if it has one.',
  ),
  revoke({ status: 503 }, 'The provider is busy', 'The token may still be good.', 'Revoke it once more in a moment.'),
];

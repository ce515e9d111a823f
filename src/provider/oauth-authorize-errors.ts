import type { ErrorEntry, ErrorWords } from './error-words.ts';

const row = (code: string, heading: string, meaning: string, todo: string): ErrorEntry => ({
  where: 'authorize',
  match: { code },
  words: { heading, meaning, todo },
});

const withoutPage = 'The request asked for a login without a page (prompt=none)';
const showPage = 'Sign in without prompt=none.';

const needsPkce: ErrorWords = {
  heading: 'The provider wants PKCE',
  meaning: 'It refuses a request for a code without code_challenge, or with a method that it does not know.',
  todo: 'Use S256. If the client is registered for the plain method, change that.',
};

/**
 * The errors of an authorization response: RFC 6749 sections 4.1.2.1 and 4.2.2.1, OpenID Connect Core section 3.1.2.6,
 * RFC 7636 section 4.4.1, RFC 8707 section 2, RFC 9396 section 5. A wrong `iss` (RFC 9207) is no error of the
 * provider's: the check `iss_parameter` tells it.
 */
export const oauthAuthorizeErrors: readonly ErrorEntry[] = [
  { where: 'authorize', match: { code: 'invalid_request', says: /code[_ ]?challenge|\bpkce\b/i }, words: needsPkce },
  {
    where: 'authorize',
    match: { code: 'invalid_request', says: /redirect[_ ]?ur[il]/i },
    words: {
      heading: 'The provider does not accept the callback URL',
      meaning: 'The redirect_uri that was sent equals none that is registered for this client.',
      todo: 'Register the callback URL of the profile to the letter, the last / included, then sign in.',
    },
  },
  row(
    'invalid_request',
    'The provider could not read the request',
    'A parameter is missing, stands twice or has a value that the provider does not know.',
    'Compare the authorize URL of the profile with the provider’s documentation.',
  ),
  row(
    'unauthorized_client',
    'This client may not use the flow',
    'The client is not allowed to ask for this response type.',
    'Allow the grant in the provider’s settings of the client.',
  ),
  row(
    'access_denied',
    'Access was denied',
    'The user, or the provider, said no.',
    'Sign in again and agree, or check whether this user may use the client.',
  ),
  row(
    'unsupported_response_type',
    'The provider does not know this response type',
    'It offers other flows than the one that was asked for.',
    'Choose another flow in the profile.',
  ),
  row(
    'invalid_scope',
    'A scope is not allowed',
    'One of the scopes is unknown, malformed or not allowed for this client.',
    'Compare the scopes of the profile with those of the client.',
  ),
  row(
    'server_error',
    'The provider failed',
    'It met a condition that it did not expect.',
    'Sign in again in a moment, or look into the provider’s log.',
  ),
  row(
    'temporarily_unavailable',
    'The provider is busy',
    'It cannot handle the request right now.',
    'Sign in again in a moment.',
  ),

  row(
    'interaction_required',
    'The provider needs to show a page',
    `${withoutPage}, and that is not possible now.`,
    showPage,
  ),
  row('login_required', 'Nobody is signed in', `${withoutPage}, and the provider knows no session.`, showPage),
  row(
    'account_selection_required',
    'The user must choose an account',
    `${withoutPage}, and several accounts are signed in.`,
    showPage,
  ),
  row(
    'consent_required',
    'The user must agree first',
    `${withoutPage}, and the provider wants to ask for consent.`,
    showPage,
  ),
  row(
    'unmet_authentication_requirements',
    'The login was not strong enough',
    'The request asked for a way of signing in (acr_values) that this login did not reach.',
    'Sign in the way that was asked for, or take acr_values out of the extra parameters.',
  ),
  row(
    'invalid_request_uri',
    'The request object could not be fetched',
    'The request_uri in the authorization request leads nowhere, to something else, or was pushed too long ago.',
    'Check the extra parameters of the profile. A pushed request is good for a short time, and once.',
  ),
  row(
    'invalid_request_object',
    'The request object could not be read',
    'The request parameter does not hold a request object that the provider accepts.',
    'Check the extra parameters of the profile.',
  ),
  row(
    'request_not_supported',
    'The provider takes no request object',
    'The request parameter is not supported.',
    'Take request out of the extra parameters of the profile.',
  ),
  row(
    'request_uri_not_supported',
    'The provider takes no request_uri',
    'The request_uri parameter is not supported.',
    'Take request_uri out of the extra parameters of the profile.',
  ),
  row(
    'registration_not_supported',
    'The provider takes no registration',
    'The registration parameter is not supported.',
    'Take registration out of the extra parameters of the profile.',
  ),

  row(
    'invalid_target',
    'The provider does not know the resource',
    'The resource that was named is unknown, malformed or not allowed for this client.',
    'Compare resource in the extra parameters with the APIs that the provider knows. It is an absolute address without a fragment.',
  ),
  row(
    'invalid_authorization_details',
    'The authorization details were not accepted',
    'The type or a field of authorization_details is unknown to the provider, or has a value that it does not take.',
    'Compare authorization_details in the extra parameters with the provider’s documentation.',
  ),
];

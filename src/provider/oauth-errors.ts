import type { ErrorWords } from './cognito-errors.ts';

/** The error codes of an authorization response: RFC 6749 section 4.2.2.1, OpenID Connect Core section 3.1.2.6. */
export const oauthErrors: Record<string, ErrorWords> = {
  invalid_request: {
    heading: 'The provider could not read the request',
    meaning: 'A parameter is missing, stands twice or has a value that the provider does not know.',
    todo: 'Compare the authorize URL of the profile with the provider’s documentation.',
  },
  unauthorized_client: {
    heading: 'This client may not use the flow',
    meaning: 'The client is not allowed to ask for this response type.',
    todo: 'Allow the grant in the provider’s settings of the client.',
  },
  access_denied: {
    heading: 'Access was denied',
    meaning: 'The user, or the provider, said no.',
    todo: 'Sign in again and agree, or check whether this user may use the client.',
  },
  unsupported_response_type: {
    heading: 'The provider does not know this response type',
    meaning: 'It offers other flows than the one that was asked for.',
    todo: 'Choose another flow in the profile.',
  },
  invalid_scope: {
    heading: 'A scope is not allowed',
    meaning: 'One of the scopes is unknown, malformed or not allowed for this client.',
    todo: 'Compare the scopes of the profile with those of the client.',
  },
  server_error: {
    heading: 'The provider failed',
    meaning: 'It met a condition that it did not expect.',
    todo: 'Sign in again in a moment, or look into the provider’s log.',
  },
  temporarily_unavailable: {
    heading: 'The provider is busy',
    meaning: 'It cannot handle the request right now.',
    todo: 'Sign in again in a moment.',
  },
  interaction_required: {
    heading: 'The provider needs to show a page',
    meaning: 'The request asked for a login without a page (prompt=none), and that is not possible now.',
    todo: 'Sign in without prompt=none.',
  },
  login_required: {
    heading: 'Nobody is signed in',
    meaning: 'The request asked for a login without a page (prompt=none), and the provider knows no session.',
    todo: 'Sign in without prompt=none.',
  },
  account_selection_required: {
    heading: 'The user must choose an account',
    meaning: 'Several accounts are signed in, and the request asked for a login without a page.',
    todo: 'Sign in without prompt=none.',
  },
  consent_required: {
    heading: 'The user must agree first',
    meaning: 'The provider wants to show its consent page, and the request asked for a login without a page.',
    todo: 'Sign in without prompt=none.',
  },
  invalid_request_uri: {
    heading: 'The request object could not be fetched',
    meaning: 'The request_uri in the authorization request leads nowhere or to something else.',
    todo: 'Check the extra parameters of the profile.',
  },
  invalid_request_object: {
    heading: 'The request object could not be read',
    meaning: 'The request parameter does not hold a request object that the provider accepts.',
    todo: 'Check the extra parameters of the profile.',
  },
  request_not_supported: {
    heading: 'The provider takes no request object',
    meaning: 'The request parameter is not supported.',
    todo: 'Take request out of the extra parameters of the profile.',
  },
  request_uri_not_supported: {
    heading: 'The provider takes no request_uri',
    meaning: 'The request_uri parameter is not supported.',
    todo: 'Take request_uri out of the extra parameters of the profile.',
  },
  registration_not_supported: {
    heading: 'The provider takes no registration',
    meaning: 'The registration parameter is not supported.',
    todo: 'Take registration out of the extra parameters of the profile.',
  },
};

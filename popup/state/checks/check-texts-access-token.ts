/** The checks of an access token and of what came with it, in plain words. */
import { cameAs, isMissing, wasExpected } from './check-cases.ts';
import type { CheckTexts } from './check-texts.ts';

export const accessTokenTexts = {
  token_type: {
    name: 'Token type',
    wire: 'token_type',
    pass: 'The answer says how the access token is used.',
    failure: 'The access token has a type that is not known',
    fail: 'A token whose type is not known must not be used (RFC 6749 section 7.1). Bearer and DPoP are known here: look into the provider’s settings.',
    cases: [
      {
        when: isMissing,
        failure: 'The answer does not say how the access token is used',
        fail: 'A token has to come with its type (RFC 6749 section 7.1), Bearer most often, and must not be used without. Look into the provider’s settings.',
      },
    ],
  },
  implicit_access_token: {
    name: 'Bound access token',
    wire: 'access_token',
    pass: 'The ID token that came along names this access token.',
    failure: 'The access token says nothing about who signed in',
    fail: 'It came alone, so nothing proves for whom it was made: another app’s token could stand in its place (RFC 9700 section 2.1.2). Ask for an ID token with it, or move to the code flow with PKCE.',
    cognito:
      'The code flow is under App clients › your client › Login pages › Edit › OAuth 2.0 grant types › Authorization code grant.',
    cases: [
      {
        when: cameAs(/^an ID token/),
        failure: 'Nothing ties the access token to the ID token',
        fail: 'The ID token has no at_hash, so another app’s access token could stand beside it (RFC 9700 section 2.1.2). Have the provider send at_hash, or move to the code flow with PKCE.',
        cognito:
          'The code flow is under App clients › your client › Login pages › Edit › OAuth 2.0 grant types › Authorization code grant.',
      },
    ],
  },
  expires_in: {
    name: 'Lifetime',
    wire: 'expires_in',
    pass: 'The lifetime is a number of seconds, or was left out.',
    failure: 'The lifetime is not a number',
    fail: 'How long the access token lives counts as not known: refresh or sign in again when the API answers 401.',
  },
  scope: {
    name: 'Scopes',
    wire: 'scope',
    pass: 'The scopes that were asked for were granted.',
    failure: 'Other scopes were granted than asked for',
    fail: 'The provider may grant less or more (RFC 6749 section 3.3). An API may refuse what is missing: have the scope allowed for this client.',
    cognito:
      'Scopes are allowed under App clients › your client › Login pages › Edit › OpenID Connect scopes and Custom scopes.',
  },
  dpop: {
    name: 'Bound to a key',
    wire: 'DPoP',
    pass: 'The access token is bound to the key that was asked for.',
    failure: 'The access token is not bound to a key',
    fail: 'DPoP was asked for and not given, so whoever has the token can use it (RFC 9449 section 5). If your API requires DPoP, let the provider turn it on for this client.',
    cases: [
      {
        when: (verdict) => !wasExpected(/^DPoP$/)(verdict),
        failure: 'The access token is bound to another key',
        fail: 'The key that it names (cnf.jkt) is not the one of the request (RFC 9449 section 6), so a proof made with that one is refused. Compare dpop_jkt in the extra parameters, then sign in again.',
      },
    ],
  },
  dpop_nonce: {
    name: 'DPoP nonce',
    wire: 'DPoP-Nonce',
    pass: 'The server’s nonce was taken over.',
    failure: 'The server asked for another DPoP nonce again',
    fail: 'It sends the nonce in DPoP-Nonce, and the next call has to carry that one in its proof (RFC 9449 section 8). Call once more.',
  },
  access_token_profile: {
    name: 'Form of the access token',
    pass: 'It has the form of RFC 9068.',
    failure: 'The access token has a form of its own',
    fail: 'It is not that of RFC 9068. Only your API needs to care.',
  },
  client_id: {
    name: 'Client of the access token',
    wire: 'client_id',
    pass: 'The access token was made for this client.',
    failure: 'The access token was made for another client',
    fail: 'An API that looks at client_id refuses it. Compare the client id in the profile with that of your app.',
    cognito: 'The client id is under App clients › your client › App client information.',
    cases: [
      {
        when: isMissing,
        failure: 'The access token does not name its client',
        fail: 'Every access token of a user pool carries client_id, so this one may come from elsewhere. Look at where your app took it from.',
      },
    ],
  },
} as const satisfies CheckTexts;

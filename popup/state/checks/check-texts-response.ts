/** The checks of an authorization response in plain words: what came at the callback, and how. One list. */
import { cameAs, isMilder, wasExpected } from './check-cases.ts';
import type { CheckTexts } from './check-texts.ts';

export const responseTexts = {
  error_response: {
    name: 'Answer without an error',
    wire: 'error',
    pass: 'The provider reported no error.',
    failure: 'The provider answered with an error',
    fail: 'Nothing else in this answer may be used. Solve what the error names, then sign in again.',
  },
  callback_url: {
    name: 'Callback URL',
    wire: 'redirect_uri',
    pass: 'The answer came to the callback of the profile.',
    failure: 'The answer came to another address',
    fail: 'Scheme, host, port and path have to be those of the profile, to the letter. Whoever owns that address has the tokens: find out who sent them there, then correct the callback.',
    cognito: 'It is listed under App clients › your client › Login pages › Edit › Allowed callback URLs.',
  },
  callback_https: {
    name: 'Callback over https',
    pass: 'It is https, or on this computer.',
    failure: 'The callback is plain http',
    fail: 'Everybody on the way could read the answer (RFC 9700 section 2.6). Treat these tokens as known to others, and register an https callback.',
    cognito: 'Change it under App clients › your client › Login pages › Edit › Allowed callback URLs.',
  },
  duplicate_parameter: {
    name: 'Each parameter once',
    pass: 'No parameter of the answer stands twice.',
    failure: 'A parameter stands more than once',
    fail: 'Which one counts is left to chance (RFC 6749 section 3.1), and an attacker may have added one. Do not use the answer. Sign in again.',
  },
  empty_parameter: {
    name: 'No empty parameter',
    pass: 'Every parameter has a value.',
    failure: 'A parameter came without a value',
    fail: 'It counts as absent (RFC 6749 section 3.1). An app that expects a value has to cope without one.',
  },
  unknown_parameter: {
    name: 'Known parameters',
    pass: 'Every parameter is one that a specification knows.',
    failure: 'A parameter is in no specification',
    fail: 'It was ignored, as RFC 6749 section 4.1.2 says. The provider’s manual may tell what it is for.',
  },
  token_in_query: {
    name: 'No token in the query',
    pass: 'No token stands in the query.',
    failure: 'A token came in the query',
    fail: 'The query is sent to the server: its logs, a proxy or the Referer may keep the token. Treat it as known to others: revoke it, and use a flow whose tokens come in the fragment or for a code.',
  },
  state: {
    name: 'State',
    wire: 'state',
    pass: 'The answer carries the value that this sign-in sent.',
    failure: 'The state does not fit this login',
    fail: 'The answer does not carry the value that this sign-in sent. It may belong to another login: do not use it. Sign in again.',
    cases: [
      {
        when: cameAs(/^one that was$/),
        failure: 'The state was answered before',
        fail: 'A state is good for one answer (RFC 9700 section 4.2). Use neither of the two. Sign in again.',
      },
      {
        when: wasExpected(/^none$/),
        failure: 'The answer carries a state that was not sent',
        fail: 'The request had none, so the answer may belong to another login. Do not use it. Sign in again.',
      },
    ],
  },
  csrf_binding: {
    name: 'Tied to this browser',
    pass: 'The answer is tied to the login that this browser began.',
    failure: 'Nothing ties the answer to this browser',
    fail: 'The request carried no state, no nonce and no PKCE that counts, so somebody else’s answer could have been put in (RFC 9700 section 2.1). Do not use it. Sign in again with a state.',
  },
  iss_parameter: {
    name: 'Issuer of the answer',
    wire: 'iss',
    pass: 'The answer names the issuer of this profile.',
    failure: 'The answer comes from another issuer',
    fail: 'Its iss parameter is not the issuer of the profile, to the letter (RFC 9207 section 2.4). Do not use the answer. If the issuer moved, correct it in the profile, then check again.',
  },
  iss_parameter_missing: {
    name: 'Issuer named where promised',
    wire: 'iss',
    pass: 'The answer keeps what the metadata promises about iss.',
    failure: 'The answer does not name its issuer',
    fail: 'The metadata promises an iss parameter in every answer (RFC 9207 section 2.4). Without it the answer may come from elsewhere: do not use it. Sign in again.',
    cases: [
      {
        when: isMilder,
        failure: 'The issuer is named in the ID token alone',
        fail: 'The metadata promises it beside the token too. The ID token names the right one, which serves as well (RFC 9207 section 4).',
      },
    ],
  },
  iss_parameter_not_advertised: {
    name: 'Issuer announced',
    wire: 'iss',
    pass: 'The metadata announces the iss parameter.',
    failure: 'The answer names its issuer unannounced',
    fail: 'The metadata does not say that answers carry iss. A strict app discards such an answer (RFC 9207 section 2.4): let the provider announce it.',
  },
  iss_parameter_same_as_token: {
    name: 'One issuer throughout',
    wire: 'iss',
    pass: 'The answer and its token name the same issuer.',
    failure: 'The answer and its token name two issuers',
    fail: 'Two answers may have been mixed (RFC 9207 section 2.4). Do not use either. Sign in again.',
  },
  mix_up: {
    name: 'From the server that was asked',
    pass: 'The answer can be told apart from those of other servers.',
    failure: 'The answer may come from another server',
    fail: 'Several providers share this callback and nothing tells their answers apart (RFC 9700 section 4.4). Do not use it. Give each provider a callback of its own, then sign in again.',
    cases: [
      {
        when: (verdict) => !cameAs(/^neither$/)(verdict),
        failure: 'The answer comes from another server',
        fail: 'It names the issuer of another profile that has the same callback (RFC 9700 section 4.4). Do not use it. Give each provider a callback of its own, then sign in again.',
      },
    ],
  },
  response_parameters: {
    name: 'What was asked for',
    wire: 'response_type',
    pass: 'The answer holds what its response type promises.',
    failure: 'The answer holds other things than were asked for',
    fail: 'The response type decides what comes back. Compare the one your app sends with the one in the profile.',
    cognito:
      'An ID token comes only with the scope openid: App clients › your client › Login pages › Edit › OpenID Connect scopes.',
  },
  id_token_only: {
    name: 'ID token alone',
    wire: 'response_type',
    pass: 'The answer holds an ID token and no access token.',
    failure: 'An access token came unasked',
    fail: 'With response type id_token none belongs in the answer (OpenID Connect Core section 3.2.2.5). Leave it aside, or ask for “id_token token”.',
  },
  form_post: {
    name: 'Answer in a form',
    wire: 'response_mode',
    pass: 'The form that carried the answer could be read.',
    failure: 'The answer did not come in a form',
    fail: 'The profile asks for response_mode=form_post, and the provider answered in another way. Compare with the response modes in its metadata.',
  },
  jarm: {
    name: 'Signed answer',
    wire: 'response',
    pass: 'The answer is signed by the issuer, for this client, and not expired.',
    failure: 'The signed answer failed its check',
    fail: 'Its signature, issuer, audience or expiry is not what this profile expects (JARM section 2.4). Nothing in it may be used. Sign in again.',
  },
  pkce: {
    name: 'PKCE',
    wire: 'code_challenge',
    pass: 'The code is bound to this login with S256.',
    failure: 'The code is not bound to this login',
    fail: 'Without PKCE a stolen code can be redeemed by somebody else (RFC 9700 section 2.1.1). Send a code_challenge with S256.',
    cases: [
      {
        when: isMilder,
        failure: 'The provider does not announce PKCE',
        fail: 'A challenge was sent, but the metadata does not say that it is looked at (RFC 9700 section 2.1.1). Ask the provider whether it supports S256.',
      },
    ],
  },
  code_single_use: {
    name: 'Code used once',
    wire: 'code',
    pass: 'The code was redeemed once.',
    failure: 'The code was redeemed more than once',
    fail: 'A code is good for one use. The server may have revoked the tokens of the first (RFC 6749 section 4.1.2): sign in again.',
  },
} as const satisfies CheckTexts;

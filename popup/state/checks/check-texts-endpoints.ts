/** The checks of the issuer's documents and of token answers, in plain words. */
import { severityOf } from '../../../src/protocol/checks.ts';
import { cameAs, isMilder, isMissing, wasExpected } from './check-cases.ts';
import type { CheckTexts } from './check-texts.ts';

export const endpointTexts = {
  discovery_issuer: {
    name: 'Issuer’s metadata',
    wire: 'issuer',
    pass: 'The metadata names the issuer of this profile.',
    failure: 'The metadata names another issuer',
    fail: 'Nothing of that document was used (OpenID Connect Discovery section 4.3). Correct the issuer in the profile, to the letter, then check again.',
    cognito: 'The pool id is on the Overview of the user pool; its region stands before the underscore.',
    cases: [
      {
        when: isMissing,
        failure: 'The metadata names no issuer',
        fail: 'Nothing of that document was used: it has to name the issuer (OpenID Connect Discovery section 4.3). Make sure that the issuer in the profile is right, then check again.',
      },
    ],
  },
  discovery_endpoints: {
    name: 'Endpoints',
    pass: 'The issuer’s endpoints are https, its keys on its own host.',
    failure: 'At least one endpoint of the issuer is plain http',
    fail: 'Tokens and keys could be read or exchanged on the way. Use none of it. Tell the provider.',
    cases: [
      {
        when: wasExpected(/^jwks_uri on /),
        failure: 'The signing keys lie on another host than the issuer',
        fail: 'Whoever runs that host decides which tokens count as signed by this issuer. Make sure that it belongs to the provider.',
      },
      {
        when: (verdict) => severityOf(verdict) === 'info',
        failure: 'The user pool has no domain',
        fail: 'Its metadata names endpoints below the issuer, where nothing answers.',
      },
      {
        when: isMilder,
        failure: 'At least one endpoint is plain http on this computer',
        fail: 'On this computer http is fine for development. Elsewhere the endpoints have to be https.',
      },
    ],
  },
  token_response: {
    name: 'Token answer',
    pass: 'The token endpoint answered in the form of RFC 6749.',
    failure: 'The token endpoint’s answer cannot be used',
    fail: 'It has to be JSON with an access token and its type, not kept by caches (RFC 6749 section 5.1). An error in it says what to correct.',
    cases: [
      {
        when: wasExpected(/^each name once$/),
        failure: 'The token endpoint’s answer names something twice',
        fail: 'Which of the two counts is anybody’s guess: the last one was kept. Use none of it before the provider sends each name once.',
      },
      {
        when: wasExpected(/^tokens without an error$/),
        failure: 'The token endpoint’s answer holds tokens and an error',
        fail: 'It is one or the other (RFC 6749 sections 5.1 and 5.2). Do not use the tokens before the provider says which.',
      },
      {
        when: wasExpected(/^an access token alone$/),
        failure: 'The client’s own token came with more than an access token',
        fail: 'Nobody signed in, so there is nobody for an ID token, and nothing to refresh (RFC 6749 section 4.4.3). Leave the rest alone.',
      },
    ],
  },
  token_endpoint_id_token: {
    name: 'ID token of the token endpoint',
    wire: 'id_token',
    pass: 'Its own checks passed.',
    failure: 'The ID token of the token endpoint failed a check',
    fail: 'Do not use the tokens that came with it. The check that failed says what to do.',
    cases: [
      {
        when: isMissing,
        failure: 'No ID token came from the token endpoint',
        fail: 'The scope openid was asked for, and the answer has no ID token. Nothing says who signed in. Have openid allowed for this client, then sign in again.',
        cognito: 'It is allowed under App clients › your client › Login pages › Edit › OpenID Connect scopes.',
      },
    ],
  },
  hybrid_same_subject: {
    name: 'One user in both ID tokens',
    wire: 'sub',
    pass: 'Both ID tokens name the same issuer and user.',
    failure: 'The two ID tokens do not name the same issuer and user',
    fail: 'One came through the browser, the other from the token endpoint, and they belong to different logins (OpenID Connect Core section 3.3.3.6). Use neither. Sign in again.',
  },
  refresh_same_subject: {
    name: 'One user after the refresh',
    wire: 'sub',
    pass: 'The new ID token is of the same user, issuer and client.',
    failure: 'The new ID token does not continue the first one',
    fail: 'Issuer, user, client and the time of the sign-in stay as they were, and the time of issue is new (OpenID Connect Core section 12.2). Do not use the new tokens. Sign in again.',
    cases: [
      {
        when: cameAs(/^sub: /),
        failure: 'The refresh brought another user’s token',
        fail: 'The user has to stay the same (OpenID Connect Core section 12.2). Do not use the new tokens. Sign in again.',
      },
    ],
  },
  refresh_rotation: {
    name: 'Refresh token replaced',
    wire: 'refresh_token',
    pass: 'The refresh token in use is the newest.',
    failure: 'The refresh token was refused',
    fail: 'It was used before, was revoked or is expired. Sign in again for a new one.',
    cognito:
      'Rotation is set under App clients › your client › App client information › Edit › Advanced security configurations.',
    cases: [
      {
        when: isMissing,
        failure: 'The new refresh token is empty',
        fail: 'It cannot replace the old one, which may not be good any more. Sign in again for a new one.',
      },
    ],
  },
  refresh_scope: {
    name: 'Scopes after the refresh',
    wire: 'scope',
    pass: 'The refresh brought no more scopes than the login.',
    failure: 'The refresh brought more scopes than the login',
    fail: 'Nobody agreed to the new ones (RFC 6749 section 6). Tell the provider.',
  },
} as const satisfies CheckTexts;

/** The checks of what was fetched, in plain words: the issuer's documents, token answers, userInfo. */
import type { CheckTexts } from './check-texts.ts';

export const endpointTexts = {
  discovery_issuer: {
    name: 'Issuer’s metadata',
    wire: 'issuer',
    pass: 'The metadata names the issuer of this profile.',
    failure: 'The metadata names another issuer',
    fail: 'Nothing of that document was used (OpenID Connect Discovery section 4.3). Correct the issuer in the profile, to the letter, then check again.',
    cognito: 'The pool id is on the Overview of the user pool; its region stands before the underscore.',
  },
  discovery_endpoints: {
    name: 'Endpoints',
    pass: 'The issuer’s endpoints are https, its keys on its own host.',
    failure: 'An endpoint of the issuer is plain http',
    fail: 'Tokens and keys could be read or exchanged on the way. Use none of it. Tell the provider.',
    milder: {
      failure: 'An endpoint lies where it is not expected',
      fail: 'It is on another host than the issuer’s documents let expect, or plain http on this computer. Make sure that this is meant.',
    },
  },
  token_response: {
    name: 'Token answer',
    pass: 'The token endpoint answered in the form of RFC 6749.',
    failure: 'The token endpoint’s answer cannot be used',
    fail: 'It has to be JSON with an access token and its type, not kept by caches (RFC 6749 section 5.1). An error in it says what to correct.',
  },
  token_endpoint_id_token: {
    name: 'ID token of the token endpoint',
    wire: 'id_token',
    pass: 'Its own checks passed.',
    failure: 'The ID token of the token endpoint does not hold',
    fail: 'One of its own checks failed, or it is missing though openid was asked for. Do not use the tokens that came with it. Sign in again.',
  },
  hybrid_same_subject: {
    name: 'One user in both ID tokens',
    wire: 'sub',
    pass: 'Both ID tokens name the same issuer and user.',
    failure: 'The two ID tokens name different users',
    fail: 'One came through the browser, the other from the token endpoint, and they belong to different logins (OpenID Connect Core section 3.3.3.6). Use neither. Sign in again.',
  },
  refresh_same_subject: {
    name: 'One user after the refresh',
    wire: 'sub',
    pass: 'The new ID token is of the same user, issuer and client.',
    failure: 'The refresh brought another user’s token',
    fail: 'Issuer, user and client have to stay as they were (OpenID Connect Core section 12.2). Do not use the new tokens. Sign in again.',
  },
  refresh_rotation: {
    name: 'Refresh token replaced',
    wire: 'refresh_token',
    pass: 'The refresh token in use is the newest.',
    failure: 'The refresh token is spent',
    fail: 'It was used before, is revoked or ran out. Sign in again for a new one.',
    cognito:
      'Rotation is set under App clients › your client › App client information › Edit › Advanced security configurations.',
  },
  refresh_scope: {
    name: 'Scopes after the refresh',
    wire: 'scope',
    pass: 'The refresh brought no more scopes than the login.',
    failure: 'The refresh brought more scopes than the login',
    fail: 'Nobody agreed to them (RFC 6749 section 6). Tell the provider.',
  },
  userinfo_transport: {
    name: 'Way to userInfo',
    pass: 'The access token was sent in the Authorization header, encrypted.',
    failure: 'userInfo is plain http',
    fail: 'Everybody on the way could read the access token. Revoke it, and correct the userInfo endpoint in the profile.',
    milder: {
      failure: 'userInfo is plain http on this computer',
      fail: 'That is fine for development. Elsewhere it has to be https.',
    },
  },
  userinfo_response: {
    name: 'userInfo answer',
    pass: 'userInfo answered with JSON.',
    failure: 'userInfo did not answer with JSON',
    fail: 'Something else stands between, a login page of the network for example. Nothing of it was used. Compare the endpoint, then call userInfo again.',
  },
  userinfo_error: {
    name: 'userInfo without an error',
    wire: 'error',
    pass: 'userInfo reported no error.',
    failure: 'userInfo refused the access token',
    fail: 'The answer is under userInfo, with what to do next.',
  },
  userinfo_signed: {
    name: 'Signed userInfo answer',
    pass: 'The answer is signed by the issuer, for this client.',
    failure: 'The signed userInfo answer does not hold',
    fail: 'Its signature, issuer or audience is not what this profile expects (OpenID Connect Core section 5.3.2). Do not use its values. Call userInfo again.',
  },
  userinfo_sub: {
    name: 'User of userInfo',
    wire: 'sub',
    pass: 'userInfo speaks of the user who signed in.',
    failure: 'userInfo speaks of another user',
    fail: 'Its sub is not that of the ID token, so its values must not be used (OpenID Connect Core section 5.3.2). The access token may be another login’s. Sign in again.',
  },
  userinfo_without_id_token: {
    name: 'userInfo beside an ID token',
    wire: 'id_token',
    pass: 'There is an ID token to compare it with.',
    failure: 'userInfo cannot be tied to a user',
    fail: 'There is no ID token to compare it with, so the answer may be of anybody (OpenID Connect Core section 16.11). Ask for the scope openid.',
    cognito: 'It is allowed under App clients › your client › Login pages › Edit › OpenID Connect scopes.',
  },
} as const satisfies CheckTexts;

/** The checks of a call to userInfo, in plain words. */
import { cameAs, isMilder, isMissing, wasExpected } from './check-cases.ts';
import type { CheckTexts } from './check-texts.ts';

export const userinfoTexts = {
  userinfo_transport: {
    name: 'Way to userInfo',
    pass: 'The access token was sent in the Authorization header, encrypted.',
    failure: 'userInfo is plain http',
    fail: 'Everybody on the way could read the access token. Revoke it, and correct the userInfo endpoint in the profile.',
    cases: [
      {
        when: (verdict) => isMilder(verdict) && wasExpected(/^an https address$/)(verdict),
        failure: 'userInfo is plain http on this computer',
        fail: 'On this computer http is fine for development. Elsewhere userInfo has to be https.',
      },
      {
        when: (verdict) => !wasExpected(/^an https address$/)(verdict),
        failure: 'userInfo is called at another address than the issuer names',
        fail: 'Whoever runs that address has the access token. Unless it is the provider’s too, correct the userInfo endpoint in the profile.',
      },
    ],
  },
  userinfo_response: {
    name: 'userInfo answer',
    pass: 'userInfo answered with JSON.',
    failure: 'userInfo did not answer with JSON',
    fail: 'Something else answered, a login page of the network for example. Nothing of it was used. Compare the userInfo endpoint, then call userInfo again.',
    cases: [
      {
        when: cameAs(/^status 5/),
        failure: 'userInfo could not answer',
        fail: 'The fault is on the server’s side and says nothing of the token. Call userInfo again in a moment.',
      },
      {
        when: cameAs(/^status 429/),
        failure: 'userInfo had too many calls',
        fail: 'The server takes no more for now, which says nothing of the token. Wait a minute, then call userInfo again.',
      },
      {
        when: cameAs(/^status 40[45]/),
        failure: 'There is no userInfo at this address',
        fail: 'Compare the userInfo endpoint of the profile with the issuer’s metadata, then call userInfo again.',
        cognito: 'Capital letters count: its path is /oauth2/userInfo.',
      },
      {
        when: cameAs(/^status /),
        failure: 'userInfo answered with another status than 200',
        fail: 'Only an answer with status 200 carries claims, so nothing of it was used. What came stands under userInfo.',
      },
    ],
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
    failure: 'The signed userInfo answer failed its check',
    fail: 'Its signature, issuer or audience is not what this profile expects (OpenID Connect Core section 5.3.2). Do not use its values. Call userInfo again.',
  },
  userinfo_sub: {
    name: 'User of userInfo',
    wire: 'sub',
    pass: 'userInfo speaks of the user who signed in.',
    failure: 'userInfo speaks of another user',
    fail: 'Its sub is not that of the ID token, so its values must not be used (OpenID Connect Core section 5.3.2). The access token may be another login’s. Sign in again.',
    cases: [
      {
        when: (verdict) => isMissing(verdict) || wasExpected(/^the sub of the ID token$/)(verdict),
        failure: 'userInfo does not say of whom it speaks',
        fail: 'The answer has to carry sub as text, and its values must not be used without (OpenID Connect Core section 5.3.2). Look at what the provider sends.',
      },
    ],
  },
  userinfo_without_id_token: {
    name: 'userInfo beside an ID token',
    wire: 'id_token',
    pass: 'There is an ID token to compare it with.',
    failure: 'userInfo cannot be tied to a user',
    fail: 'There is no ID token to compare it with, so the answer may be of anybody (OpenID Connect Core section 16.11). Choose a flow that brings an ID token too.',
    cognito:
      'With the scope openid one comes along: App clients › your client › Login pages › Edit › OpenID Connect scopes.',
  },
} as const satisfies CheckTexts;

/** The checks of who a token is from, for and about, in plain words. */
import { cameAs, differsBySlash, isMilder, isMissing, wasExpected } from './check-cases.ts';
import type { CheckTexts } from './check-texts.ts';

const whoWrites = 'Look at what writes this claim at the provider.';

export const claimTexts = {
  claim_types: {
    name: 'Types of the claims',
    pass: 'Times are numbers, names are text, the issuer is an https URL.',
    failure: 'A claim has another type than it must have',
    fail: `A library may refuse it or read it wrongly (RFC 7519 section 4.1). Do not use the token. ${whoWrites}`,
    cases: [
      {
        when: isMilder,
        failure: 'The issuer is plain http',
        fail: 'On this computer http is fine for development. Elsewhere the issuer has to be https.',
      },
    ],
  },
  typ: {
    name: 'Type of the token',
    wire: 'typ',
    pass: 'It does not call itself another kind of token.',
    failure: 'It calls itself another kind of token',
    fail: 'Its typ or its events claim belongs to an access, proof or logout token (RFC 8725 section 3.11). Look at where your app took it from.',
  },
  token_use: {
    name: 'Kind',
    wire: 'token_use',
    isOfBoth: true,
    pass: 'It is the kind of token that belongs here.',
    failure: 'It is the other kind of token',
    fail: 'Cognito writes id into ID tokens and access into access tokens. The two were mixed up on the way: do not use it as the ID token. Look at where your app puts each.',
    cases: [
      {
        when: isMissing,
        failure: 'It does not say which kind of token it is',
        fail: 'Every token of a user pool carries token_use, so this one may come from elsewhere. Look at where your app took it from.',
      },
      {
        when: isMilder,
        failure: 'The access token is another kind of token',
        fail: 'Cognito writes access into access tokens and id into ID tokens. An API that looks at token_use refuses this one: look at where your app puts each.',
      },
    ],
  },
  iss: {
    name: 'Issuer',
    wire: 'iss',
    pass: 'It was issued by the issuer of this profile.',
    failure: 'It was issued by another issuer',
    fail: 'The iss claim is not the issuer of the profile, to the letter. Do not use the token. If the profile is wrong, correct its issuer, then check again.',
    cognito:
      'The pool id is on the Overview of the user pool; Branding › Domain › Issuer type changes the host of the issuer.',
    cases: [
      {
        when: isMissing,
        failure: 'It does not name its issuer',
        fail: `An ID token has to carry iss (OpenID Connect Core section 2). Do not use the token. ${whoWrites}`,
      },
      {
        when: differsBySlash,
        failure: 'Its issuer differs by the slash at the end',
        fail: 'The iss claim has to be the issuer of the profile to the letter, and one of the two ends in a slash. Write the issuer in the profile as the provider’s metadata has it, then check again.',
      },
    ],
  },
  aud: {
    name: 'Audience',
    wire: 'aud',
    pass: 'It was made for this client, and for nobody else.',
    failure: 'It was made for another client',
    fail: 'The aud claim has to be the client id of the profile alone (OpenID Connect Core section 3.1.3.7, rule 3). Do not use the token. If the profile is wrong, correct its client id, then check again.',
    cognito: 'The client id is under App clients › your client › App client information.',
    cases: [
      {
        when: isMissing,
        failure: 'It does not say for whom it was made',
        fail: `An ID token has to name the client in aud (OpenID Connect Core section 2). Do not use the token. ${whoWrites}`,
      },
      {
        when: wasExpected(/ alone$/),
        failure: 'It was made for others too',
        fail: 'Beside this client the aud claim names others, and none of them is known to the profile (OpenID Connect Core section 3.1.3.7, rule 3). Do not use the token. Have the provider make one for this client alone.',
      },
    ],
  },
  azp: {
    name: 'Authorized party',
    wire: 'azp',
    pass: 'It names this client, or none.',
    failure: 'It was requested by another client',
    fail: 'The azp claim is not the client id of the profile. If your app shares tokens between clients, that is meant. Else compare the client id; if that is right, the provider fills azp wrongly.',
    cases: [
      {
        when: isMissing,
        failure: 'It does not say which client asked for it',
        fail: 'A token for several audiences should name its client in azp (OpenID Connect Core section 2). Ask the provider for one that does.',
      },
    ],
  },
  sub: {
    name: 'User',
    wire: 'sub',
    pass: 'It names the user, with an id of the allowed form.',
    failure: 'It does not name the user as it must',
    fail: `The sub claim has to be text of at most 255 ASCII characters (OpenID Connect Core section 2). Do not use the token. ${whoWrites}`,
    cases: [
      {
        when: isMissing,
        failure: 'It does not say who signed in',
        fail: `An ID token has to carry sub (OpenID Connect Core section 2). Do not use the token. ${whoWrites}`,
      },
    ],
  },
  acr: {
    name: 'Strength of the sign-in',
    wire: 'acr',
    pass: 'The user signed in as strongly as was asked for.',
    failure: 'The user signed in another way than was asked for',
    fail: 'The acr claim is none of the values of the request. Your app should not count on the stronger sign-in: ask for it again, or look into the provider’s settings.',
    cases: [
      {
        when: cameAs(/^none$/),
        failure: 'The token does not say how the user signed in',
        fail: 'The request asked for a strength (acr), and the token names none. Your app should not count on the stronger sign-in: look into the provider’s settings.',
      },
      {
        when: isMissing,
        failure: 'The strength of the sign-in is empty',
        fail: `An empty acr claim says nothing of how the user signed in. ${whoWrites}`,
      },
    ],
  },
} as const satisfies CheckTexts;

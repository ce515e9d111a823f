/** The checks of a token's times in plain words. */
import { cameAs, isFarAhead, isMissing } from './check-cases.ts';
import type { CheckTexts } from './check-texts.ts';

export const timeTexts = {
  exp: {
    name: 'Expiry',
    wire: 'exp',
    pass: 'It was not expired when it came.',
    failure: 'It was expired when it came',
    fail: 'The exp claim lies before the moment the token came. Sign in again for a fresh one. If that one is expired too, set this computer’s clock.',
    cognito: 'How long tokens live is set under App clients › your client › App client information › Edit.',
    cases: [
      {
        when: isMissing,
        failure: 'It does not say when it expires',
        fail: 'An ID token has to carry exp (OpenID Connect Core section 2), as it would be good for ever without. Do not use the token. Look at what writes this claim at the provider.',
      },
    ],
  },
  exp_range: {
    name: 'Expiry in reach',
    wire: 'exp',
    pass: 'The expiry lies within 50 years.',
    failure: 'The expiry lies more than 50 years ahead',
    fail: 'The exp claim is a number of seconds, and this one was probably written in milliseconds. An app that reads it as seconds never sees the token expire. Look at what writes this claim at the provider.',
  },
  iat: {
    name: 'Issue time',
    wire: 'iat',
    pass: 'It was issued before it came.',
    failure: 'It was issued in the future',
    fail: 'The iat claim lies after the moment the token came. Compare this computer’s clock with the provider’s, then sign in again.',
    cases: [
      {
        when: isFarAhead,
        failure: 'The issue time lies thousands of years ahead',
        fail: 'The iat claim is a number of seconds, and this one was probably written in milliseconds. Do not use the token. Look at what writes this claim at the provider.',
      },
      {
        when: isMissing,
        failure: 'It does not say when it was issued',
        fail: 'An ID token has to carry iat (OpenID Connect Core section 2). Do not use the token. Look at what writes this claim at the provider.',
      },
    ],
  },
  iat_age: {
    name: 'Age',
    wire: 'iat',
    pass: 'It is no older than this profile allows.',
    failure: 'It is older than this profile allows',
    fail: 'A token that was issued long before it came may be from an answer that was kept and put in again. Sign in again for a fresh one.',
  },
  nbf: {
    name: 'Not before',
    wire: 'nbf',
    pass: 'It was valid when it came.',
    failure: 'It was not valid yet when it came',
    fail: 'The nbf claim lies after the moment the token came, and some APIs refuse it until then. Compare this computer’s clock with the provider’s, or wait.',
    cases: [
      {
        when: isFarAhead,
        failure: 'Its start lies thousands of years ahead',
        fail: 'The nbf claim is a number of seconds, and this one was probably written in milliseconds. An API that reads it as seconds never takes the token. Look at what writes this claim at the provider.',
      },
    ],
  },
  auth_time: {
    name: 'Sign-in time',
    wire: 'auth_time',
    pass: 'The user signed in as recently as was asked for.',
    failure: 'The user did not sign in as recently as was asked for',
    fail: 'The request set an age (max_age), and the sign-in lies further back. Do not use the token. Sign in again with prompt=login.',
    cases: [
      {
        when: cameAs(/ s ahead$/),
        failure: 'The sign-in lies ahead of the moment the token came',
        fail: 'The auth_time claim is a number of seconds, and no user has signed in later than now. Do not use the token. Compare this computer’s clock with the provider’s. If it lies thousands of years ahead, it was probably written in milliseconds.',
      },
      {
        when: isMissing,
        failure: 'The token does not say when the user signed in',
        fail: 'The request set an age (max_age) or asked for the time, so the token has to carry auth_time (OpenID Connect Core section 2). Do not use it. Look into the provider’s settings.',
      },
    ],
  },
} as const satisfies CheckTexts;

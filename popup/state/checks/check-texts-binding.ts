/** The checks that tie a token to its request and to what came beside it, in plain words. */
import { isMissing } from './check-cases.ts';
import type { CheckTexts } from './check-texts.ts';

export const bindingTexts = {
  nonce: {
    name: 'Nonce',
    wire: 'nonce',
    pass: 'Equal to the one that was sent. The token answers this request.',
    failure: 'The nonce is not the one that was sent',
    fail: 'The ID token carries another value than was sent, so it belongs to another login, or the provider changed the value: hashed it, cut it off or encoded it anew. Do not use it. Sign in again.',
    cases: [
      {
        when: isMissing,
        failure: 'The nonce that was sent did not come back',
        fail: 'The request carried a nonce and the ID token has none, so nothing ties the token to this request (OpenID Connect Core section 3.1.3.7, rule 11). Do not use it. Sign in again.',
      },
    ],
  },
  nonce_required: {
    name: 'Nonce where one is needed',
    wire: 'nonce',
    pass: 'Request and token carry a nonce, as this flow demands.',
    failure: 'This flow demands a nonce',
    fail: 'An ID token that comes through the browser needs one (OpenID Connect Core section 3.2.2.11). Do not use the token. Let your app send a nonce, then sign in again.',
  },
  at_hash: {
    name: 'Access token hash',
    wire: 'at_hash',
    pass: 'The access token is the one that was issued with it.',
    failure: 'The access token is not the one that was issued with it',
    fail: 'The at_hash claim has to be the fingerprint of the access token (OpenID Connect Core section 3.2.2.9). One of the two was exchanged, or the provider computes the hash wrongly: from the whole digest, in hex, with padding or with another algorithm. Use neither. Sign in again.',
    cases: [
      {
        when: isMissing,
        failure: 'The ID token does not name its access token',
        fail: 'In this flow at_hash is required (OpenID Connect Core section 3.2.2.10): without it another access token could stand beside the ID token. Use neither. Look into the provider’s settings.',
      },
    ],
  },
  c_hash: {
    name: 'Code hash',
    wire: 'c_hash',
    pass: 'The code is the one that was issued with it.',
    failure: 'The code is not the one that was issued with it',
    fail: 'The c_hash claim has to be the fingerprint of the code (OpenID Connect Core section 3.3.2.10). One of the two was exchanged, or the provider computes the hash wrongly: from the whole digest, in hex, with padding or with another algorithm. Do not redeem the code. Sign in again.',
    cases: [
      {
        when: isMissing,
        failure: 'The ID token does not name its code',
        fail: 'In this flow c_hash is required (OpenID Connect Core section 3.3.2.11): without it another code could stand beside the ID token. Do not redeem the code. Look into the provider’s settings.',
      },
    ],
  },
  s_hash: {
    name: 'State hash',
    wire: 's_hash',
    pass: 'The state is the one that was issued with it.',
    failure: 'The state is not the one that was issued with it',
    fail: 'The s_hash claim has to be the fingerprint of the state. The answer was put together from two, or the provider computes the hash wrongly: from the whole digest, in hex, with padding or with another algorithm. Do not use it. Sign in again.',
  },
} as const satisfies CheckTexts;

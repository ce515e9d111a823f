/** The checks of a token's form, keys and signature in plain words. */
import { cameAs, isMilder, isMissing, wasExpected } from './check-cases.ts';
import type { CheckTexts } from './check-texts.ts';

export const signatureTexts = {
  compact_form: {
    name: 'Form of the token',
    pass: 'Three parts in clean base64url.',
    failure: 'The token is not in the form of a signed token',
    fail: 'It was changed, cut off or copied across lines (RFC 7515 section 7.1). Do not use it. Sign in again, or copy it whole.',
    cases: [
      {
        when: cameAs(/as in an SD-JWT$/),
        failure: 'The token is an SD-JWT',
        fail: 'An ID token is a signed JWT with nothing after its three parts (OpenID Connect Core section 2); an SD-JWT carries disclosures after a tilde. Do not use it as an ID token. Have the provider send a plain one.',
      },
      {
        when: cameAs(/^1 part$/),
        failure: 'The token is no JWT',
        fail: 'It has no parts with dots between them, so it is opaque, as many access tokens are, and nothing in it can be read. Do not use it as an ID token. Look at where your app took it from.',
      },
    ],
  },
  json_object: {
    name: 'JSON objects',
    pass: 'Header and claims are JSON objects in UTF-8.',
    failure: 'The token’s header or claims are no JSON object',
    fail: 'Two readers may read two different things in it (RFC 7519 section 7.2). Do not use it. Show the provider this token’s form.',
  },
  duplicate_member: {
    name: 'Each claim once',
    pass: 'No name stands twice in the header or the claims.',
    failure: 'A name stands twice in the token',
    fail: 'One reader takes the first, another the last (RFC 7519 section 4), so that it can mean two things. Do not use it. Look at what writes this claim at the provider.',
  },
  crit: {
    name: 'Extensions',
    wire: 'crit',
    pass: 'The token demands no extension that is not known here.',
    failure: 'The token demands an extension that is not known',
    fail: 'A reader that does not know an extension has to refuse a token that demands it (RFC 7515 section 4.1.11). Look into the provider’s signing settings.',
  },
  embedded_key: {
    name: 'No key inside the token',
    pass: 'The token brings no key of its own.',
    failure: 'The token brings its own key',
    fail: 'It was neither fetched nor used: whoever writes a token can put any key in (RFC 8725 section 3.10). Make sure that your API ignores it as well.',
  },
  alg_none: {
    name: 'Signed at all',
    wire: 'alg',
    pass: 'The token names a signature algorithm.',
    failure: 'The token is not signed',
    fail: 'Its alg is “none”: anybody can write such a token. Do not use it, and make sure that your app refuses it too.',
  },
  alg: {
    name: 'Algorithm',
    wire: 'alg',
    pass: 'The algorithm is one that this profile allows.',
    failure: 'The algorithm is not one that is allowed',
    fail: 'The token does not choose how it is checked (RFC 8725 section 3.1). Do not use it. If the provider signs that way by agreement, add the algorithm to the profile, then check again.',
    cognito: 'Cognito signs with RS256 and nothing else.',
    cases: [
      {
        when: isMissing,
        failure: 'The token names no algorithm',
        fail: 'Without alg there is nothing to check a signature with (RFC 7515 section 4.1.1). Do not use the token. Sign in again.',
      },
      {
        when: cameAs(/, not text$/),
        failure: 'The algorithm is not named as text',
        fail: 'The alg has to be the name of one algorithm (RFC 7515 section 4.1.1). Do not use the token. Look at what writes it at the provider.',
      },
      {
        when: cameAs(/^hs/i),
        failure: 'The token asks to be checked with a shared secret',
        fail: 'Do not use the token. HS algorithms need the client’s secret, and a client without one never gets such tokens: anybody can make one with the issuer’s public key as the secret (RFC 8725 section 2.1). Sign in again.',
        cognito: 'Cognito signs with RS256 and nothing else.',
      },
    ],
  },
  alg_hmac: {
    name: 'Shared secret',
    wire: 'alg',
    pass: 'It was signed with the client secret.',
    failure: 'It was not signed with the client secret',
    fail: 'An HS algorithm takes the client secret as its key and never a public one (OpenID Connect Core section 3.1.3.7, rule 8). Do not use the token. Compare the secret in the profile with the provider’s.',
  },
  kid: {
    name: 'Key id',
    wire: 'kid',
    pass: 'The issuer publishes the key that signed it.',
    failure: 'The issuer does not publish the key that signed it',
    fail: 'The issuer’s key set holds no key of this id. If the issuer has just changed its keys, check again. Else another issuer signed the token, or the key is gone: compare the issuer in the profile, then sign in again.',
    cognito: 'The pool id is on the Overview of the user pool; its region stands before the underscore.',
    cases: [
      {
        when: isMilder,
        failure: 'Several keys have the same id',
        fail: 'The issuer’s key set gives one id to several keys, and each of them was tried. Other readers may refuse the whole set: let the provider give each key its own id.',
      },
      {
        when: wasExpected(/^(?:a text|at most \d+ characters)$/),
        failure: 'The key id is none that could be looked for',
        fail: 'The kid has to be text of a sensible length (RFC 7515 section 4.1.4), so no key was chosen by it. Do not use the token. Look at what writes it at the provider.',
      },
    ],
  },
  key: {
    name: 'Key',
    pass: 'The key fits the algorithm and is strong enough.',
    failure: 'The issuer’s key is not fit to check with',
    fail: 'Its type, use or strength does not allow it (RFC 7517 section 4, RFC 8725 section 3.5), so that the signature says nothing. Do not use the token. Tell the provider.',
    cases: [
      {
        when: isMilder,
        failure: 'The issuer publishes a private key',
        fail: 'With the private key that lies in the key set anybody can sign as this issuer. Tell the provider now: the key has to be replaced.',
      },
      {
        when: cameAs(/^a private key/),
        failure: 'The key that signed it is published with its private half',
        fail: 'Anybody could have signed this token, so that the signature says nothing. Do not use it. Tell the provider now: the key has to be replaced.',
      },
    ],
  },
  signature: {
    name: 'Signature',
    pass: 'It was made with a key of the configured issuer.',
    failure: 'The signature does not fit the token',
    fail: 'The token was changed after it was signed, it was signed with another key, or the signature is of another form (of ES256 it is 64 bytes, not DER: RFC 7518 section 3.4). Do not use it. Sign in again. If that one does not fit either, compare the issuer in the profile.',
    cognito: 'The pool id is on the Overview of the user pool.',
    cases: [
      {
        when: wasExpected(/^made with the client secret$/),
        failure: 'The signature does not fit the client secret',
        fail: 'The token was changed after it was signed, or it was signed with another secret. Do not use it. Compare the secret in the profile with the provider’s, then check again.',
      },
      {
        when: wasExpected(/^none$/),
        failure: 'An unsigned token carries a signature',
        fail: 'Its alg is “none”, and its third part has to be empty then (RFC 7515 section 6). Do not use it. Sign in again.',
      },
    ],
  },
} as const satisfies CheckTexts;

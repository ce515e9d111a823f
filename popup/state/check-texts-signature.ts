/** The checks of a token's form, keys and signature in plain words. */
import type { CheckTexts } from './check-texts.ts';

export const signatureTexts = {
  compact_form: {
    name: 'Form of the token',
    pass: 'Three parts in clean base64url.',
    failure: 'The token is not in the form of a signed token',
    fail: 'It was changed, cut off or copied across lines (RFC 7515 section 7.1). Do not use it. Sign in again, or copy it whole.',
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
    fail: 'Who does not know it has to refuse the token (RFC 7515 section 4.1.11). Look into the provider’s signing settings.',
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
    fail: 'The key set was asked for again and holds no such key: another issuer signed the token, or the key is gone. Compare the issuer in the profile. Then sign in again.',
    cognito: 'The pool id is on the Overview of the user pool; its region stands before the underscore.',
    milder: {
      failure: 'Two keys have the same id',
      fail: 'Each was tried. Other readers may refuse the whole key set: let the provider give each key its own id.',
    },
  },
  key: {
    name: 'Key',
    pass: 'The key fits the algorithm and is strong enough.',
    failure: 'The issuer’s key is not fit to check with',
    fail: 'Its type, use or strength does not allow it (RFC 7517 section 4, RFC 8725 section 3.5), so that the signature says nothing. Do not use the token. Tell the provider.',
    milder: {
      failure: 'The issuer publishes a private key',
      fail: 'With it anybody can sign as this issuer. Tell the provider now: the key has to be replaced.',
    },
  },
  signature: {
    name: 'Signature',
    pass: 'It was made with a key of the configured issuer.',
    failure: 'The signature does not fit the token',
    fail: 'The token was changed after it was signed, or somebody else signed it. Do not use it. Sign in again; if it stays, compare the issuer in the profile.',
    cognito: 'The pool id is on the Overview of the user pool.',
  },
} as const satisfies CheckTexts;

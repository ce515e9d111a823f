import type { ClaimMeaning, ClaimWords } from '../protocol/claims.ts';

const text = (group: ClaimMeaning['group'], meaning: string): ClaimMeaning => ({ group, meaning });

/** Amazon Cognito's claims, and the common ones where it means something particular by them. */
export const cognitoClaims: ClaimWords = {
  sub: text('who', 'The user’s permanent id in this pool. Key your data on this, not on the email.'),
  'cognito:username': text('who', 'The name the user signs in with.'),
  'cognito:groups': { group: 'who', kind: 'list', meaning: 'Groups of the pool the user is in.' },
  'cognito:roles': { group: 'who', kind: 'list', meaning: 'IAM roles of the user’s groups.' },
  'cognito:preferred_role': text('who', 'The IAM role of the group with the highest precedence.'),
  identities: text('who', 'The accounts at other providers that are linked to this user.'),

  iss: text('for_whom', 'The user pool that signed this token.'),
  aud: (use) =>
    use === 'id_token'
      ? { group: 'for_whom', kind: 'list', meaning: 'The app client it was made for.' }
      : { group: 'for_whom', kind: 'list', meaning: 'The API that was named as resource in the request.' },
  client_id: text('for_whom', 'The app client that asked for it.'),
  token_use: text('for_whom', 'What kind of token it is: id or access.'),
  version: text('for_whom', 'Cognito’s own format number.'),

  origin_jti: text('ties', 'Shared by every token of this sign-in, so they can be revoked together.'),
  event_id: text('ties', 'Cognito’s id for this sign-in. Quote it when you search its logs.'),
  device_key: text('ties', 'The device that Cognito remembers for this user.'),
};

/** A custom attribute of the pool: `custom:plan`. */
export const customAttribute: ClaimMeaning = {
  group: 'who',
  meaning: 'Your own attribute. Cognito always sends these as text.',
};

/** What a claim is for, in the order in which the groups are shown. */
export const claimGroups = ['who', 'for_whom', 'times', 'ties', 'other'] as const;
export type ClaimGroup = (typeof claimGroups)[number];

/** How the value is shown: a time in seconds since 1970 (NumericDate), a list of words, or as it stands. */
export type ClaimKind = 'text' | 'time' | 'words' | 'list';

export type ClaimMeaning = { group: ClaimGroup; kind?: ClaimKind; meaning: string };

/** A provider's own claims, and its own words for the common ones, asked for before the catalogue below. */
export type ClaimWords = Record<string, ClaimMeaning | ((use: 'id_token' | 'access_token') => ClaimMeaning)>;

const person = (meaning: string): ClaimMeaning => ({ group: 'who', meaning });
const ties = (meaning: string): ClaimMeaning => ({ group: 'ties', meaning });
const time = (meaning: string): ClaimMeaning => ({ group: 'times', kind: 'time', meaning });
const audience = (meaning: string, kind: ClaimKind = 'text'): ClaimMeaning => ({ group: 'for_whom', kind, meaning });

/**
 * The registered claims of RFC 7519 section 4.1, OpenID Connect Core sections 2 and 5.1, RFC 8693 section 4 and
 * RFC 9068 section 2.2, in plain words.
 */
const catalogue: ClaimWords = {
  sub: person('The user’s permanent id at this provider. Key your data on this, not on the email.'),
  name: person('Full name, as it is meant to be shown.'),
  given_name: person('First name or names.'),
  family_name: person('Family name or names.'),
  middle_name: person('Middle name or names.'),
  nickname: person('What the user likes to be called.'),
  preferred_username: person('The short name the user chose. It may change and need not be unique.'),
  username: person('The name the user signs in with.'),
  profile: person('Address of the user’s profile page, as the provider knows it.'),
  picture: person('Address of the user’s picture. It is not loaded here.'),
  website: person('Address of the user’s website, as the provider knows it.'),
  email: person('Email address on the account.'),
  email_verified: person('Whether the user has proved that the email address is theirs.'),
  gender: person('Gender, in the user’s own words.'),
  birthdate: person('Date of birth. The year 0000 means that it was left out.'),
  zoneinfo: person('The user’s time zone.'),
  locale: person('The user’s language and region.'),
  phone_number: person('Phone number on the account.'),
  phone_number_verified: person('Whether the user has proved that the phone number is theirs.'),
  address: person('Postal address.'),
  updated_at: time('When the user’s data last changed.'),
  groups: { group: 'who', kind: 'list', meaning: 'Groups the user is in.' },
  roles: { group: 'who', kind: 'list', meaning: 'Roles the user has.' },
  entitlements: { group: 'who', kind: 'list', meaning: 'What the user is entitled to.' },

  iss: audience('Who signed this token.'),
  aud: audience('Who it was made for. Anyone else must refuse it.', 'list'),
  azp: audience('The client that asked for it.'),
  client_id: audience('The client that asked for it.'),
  scope: (use) =>
    audience(use === 'access_token' ? 'What an API may let the bearer do.' : 'What was granted.', 'words'),
  scp: audience('What an API may let the bearer do.', 'list'),
  act: audience('Who is acting for the user.'),
  may_act: audience('Who may act for the user.'),

  auth_time: time('When the user proved who they are.'),
  iat: time('When this token was made.'),
  nbf: time('Before this moment it is refused.'),
  exp: time('From this moment on it is refused.'),

  nonce: ties('The one-time value of the sign-in, returned: it ties the token to one request.'),
  at_hash: ties('Fingerprint of the access token that came with it.'),
  c_hash: ties('Fingerprint of the authorization code that came with it.'),
  s_hash: ties('Fingerprint of the state that was sent.'),
  jti: ties('Id of this one token.'),
  sid: ties('Id of the user’s session at the provider.'),
  acr: ties('How strong the sign-in was, in the provider’s own classes.'),
  amr: { group: 'ties', kind: 'list', meaning: 'How the user proved who they are.' },
  cnf: ties('The key whose holder alone may use this token.'),
};

/** The meaning of a claim, or undefined for one that no specification and no provider words know: never a guess. */
export function findMeaning(
  name: string,
  use: 'id_token' | 'access_token',
  own: ClaimWords = {},
): ClaimMeaning | undefined {
  const entry = Object.hasOwn(own, name) ? own[name] : Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
  return typeof entry === 'function' ? entry(use) : entry;
}

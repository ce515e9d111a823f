import type { ClaimKind, ClaimMeaning, ClaimWords } from './claims.ts';
import { timeClaims } from './claims-times.ts';

const person = (meaning: string): ClaimMeaning => ({ group: 'who', meaning });
const held = (meaning: string): ClaimMeaning => ({ group: 'who', kind: 'list', meaning });
const ties = (meaning: string): ClaimMeaning => ({ group: 'ties', meaning });
const audience = (meaning: string, kind: ClaimKind = 'text'): ClaimMeaning => ({ group: 'for_whom', kind, meaning });

/**
 * The claims of RFC 7519 section 4.1 and of OpenID Connect Core sections 2, 5.1 and 5.6.2, and those that RFC 7800, 8417,
 * 8693, 9068, 9396, 9449, 9493, 9901 and the logout specifications add, in plain words.
 */
export const registeredClaims: ClaimWords = {
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
  email: person('Email address on the account. It may change hands: no key for your data.'),
  email_verified: person('Whether the user has proved that the email address is theirs.'),
  gender: person('Gender, in the user’s own words.'),
  birthdate: person('Date of birth. The year 0000 means that it was left out.'),
  zoneinfo: person('The user’s time zone.'),
  locale: person('The user’s language and region.'),
  phone_number: person('Phone number on the account.'),
  phone_number_verified: person('Whether the user has proved that the phone number is theirs.'),
  address: person('Postal address.'),
  groups: held('Groups the user is in.'),
  roles: held('Roles the user has.'),
  entitlements: held('What the user is entitled to.'),
  sub_id: person('The user, named in another way than sub (RFC 9493).'),
  _claim_names: person('Claims that stand elsewhere, and which source holds each.'),
  _claim_sources: person('Where those other claims are. Nothing is fetched from there.'),

  iss: audience('Who signed this token.'),
  aud: audience('Who it was made for. Anyone else must refuse it.', 'list'),
  azp: audience('The client that asked for it.'),
  client_id: audience('The client that asked for it.'),
  scope: (use) =>
    audience(use === 'access_token' ? 'What an API may let the bearer do.' : 'What was granted.', 'words'),
  scp: audience('What an API may let the bearer do.', 'list'),
  authorization_details: audience('What was granted in detail (RFC 9396).'),
  act: audience('Who is acting for the user.'),
  may_act: audience('Who may act for the user.'),
  vct: audience('What kind of credential this is.'),

  ...timeClaims,

  nonce: ties('The one-time value of the sign-in, returned: it ties the token to one request.'),
  at_hash: ties('Fingerprint of the access token that came with it.'),
  c_hash: ties('Fingerprint of the authorization code that came with it.'),
  s_hash: ties('Fingerprint of the state that was sent.'),
  jti: ties('Id of this one token.'),
  sid: ties('Id of the user’s session at the provider.'),
  session_state: ties('The session at the provider, for noticing that the user signed out.'),
  acr: ties('How strong the sign-in was, in the provider’s own classes.'),
  amr: { group: 'ties', kind: 'list', meaning: 'How the user proved who they are.' },
  cnf: ties('The key whose holder alone may use this token.'),
  sub_jwk: ties('The key of a user who is their own provider.'),
  events: ties('What happened: this is a notice of events (RFC 8417), such as a logout, and no sign-in.'),
  txn: ties('Id of the transaction it belongs to.'),
  _sd: { group: 'ties', kind: 'list', meaning: 'Fingerprints of claims that the holder discloses one by one.' },
  _sd_alg: ties('How those fingerprints are made.'),
};

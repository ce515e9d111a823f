/** What a scope lets its holder do, and the claims about the user that it brings. */
export type ScopeMeaning = { meaning: string; claims: readonly string[] };

/** OpenID Connect Core sections 3.1.2.1, 5.4 and 11. */
const scopes: Record<string, ScopeMeaning> = {
  openid: { meaning: 'Makes it a sign-in: brings the ID token and opens userInfo.', claims: ['sub'] },
  profile: {
    meaning: 'Name, picture and the like.',
    claims: [
      ...['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username', 'profile', 'picture'],
      ...['website', 'gender', 'birthdate', 'zoneinfo', 'locale', 'updated_at'],
    ],
  },
  email: { meaning: 'The email address.', claims: ['email', 'email_verified'] },
  phone: { meaning: 'The phone number.', claims: ['phone_number', 'phone_number_verified'] },
  address: { meaning: 'The postal address.', claims: ['address'] },
  offline_access: { meaning: 'A refresh token, for the time when the user is away.', claims: [] },
};

/** The meaning of a scope of OpenID Connect, or undefined for an API's own. */
export function findScope(name: string): ScopeMeaning | undefined {
  return Object.hasOwn(scopes, name) ? scopes[name] : undefined;
}

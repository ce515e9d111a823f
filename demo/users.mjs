// Who can sign in, and which of their attributes a scope opens.

/**
 * @typedef {object} User
 * @property {string} username
 * @property {string} password Shown on the login page: nothing here is secret.
 * @property {string} sub
 * @property {string[]} groups
 * @property {string} email
 * @property {Record<string, string | boolean>} attributes
 */

/** @type {readonly User[]} */
export const users = [
  {
    username: 'ada.okafor',
    password: 'Lantern-42',
    sub: '4c8a1e70-5d2b-4f6a-9c3e-0b7d61f8a254',
    groups: ['admins', 'billing', 'beta-testers'],
    email: 'ada.okafor@example.com',
    attributes: {
      email: 'ada.okafor@example.com',
      email_verified: true,
      name: 'Ada Okafor',
      phone_number: '+12025550147',
      phone_number_verified: true,
      'custom:department': 'research/north',
    },
  },
  {
    username: 'bruno.keller',
    password: 'Harbour-17',
    sub: '91f0b6d3-7a48-4e15-8d02-c5e93a6b1f7d',
    groups: ['readers'],
    email: 'bruno.keller@example.com',
    attributes: {
      email: 'bruno.keller@example.com',
      email_verified: false,
      name: 'Bruno Keller',
      'custom:department': 'sales',
    },
  },
  {
    username: 'cleo.marsh',
    password: 'Meadow-63',
    sub: 'd27e5b94-13cc-4a8f-b6e1-58f04c9a7be2',
    groups: [],
    email: 'cleo.marsh@example.com',
    attributes: { email: 'cleo.marsh@example.com', email_verified: true },
  },
];

const opens = {
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
};

/** Every attribute any user has. */
export const attributeNames = [...new Set(users.flatMap((user) => Object.keys(user.attributes)))];

/**
 * `openid` alone and `profile` open every attribute; `openid` beside `email` or `phone` opens only those.
 * @param {User} user
 * @param {string} scope
 */
export function attributesFor(user, scope) {
  const asked = new Set(scope.split(' '));
  const narrowed = !asked.has('profile') && (asked.has('email') || asked.has('phone'));
  const open = narrowed
    ? [...(asked.has('email') ? opens.email : []), ...(asked.has('phone') ? opens.phone : [])]
    : attributeNames;
  return Object.fromEntries(Object.entries(user.attributes).filter(([name]) => open.includes(name)));
}

/**
 * @param {string} username
 * @param {string} password
 */
export function findUserByPassword(username, password) {
  return users.find((user) => user.username === username && user.password === password);
}

/** @param {string} sub */
export function findUserBySub(sub) {
  return users.find((user) => user.sub === sub);
}

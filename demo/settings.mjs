// Which switches the demo pool has, and how they stand when nobody touches them.

/**
 * @typedef {object} Switches
 * @property {boolean} managedLogin Managed login honours `prompt`; the classic pages ignore it.
 * @property {boolean} rotation A refresh answers with a new refresh token and spends the old one.
 * @property {boolean} updatedIssuer Tokens name the second issuer host; discovery goes on naming the first.
 * @property {boolean} noDomain The pool has no domain: discovery lists endpoints that do not exist.
 * @property {boolean} documentationErrors Callback errors as the documentation prints them: `error=invalid_scope`.
 * @property {boolean} federatedTail The bare `#_=_` that social logins leave behind a code.
 * @property {boolean} escapeSlashes Token JSON writes `/` as `\/`.
 * @property {number} accessTokenTtl Seconds.
 * @property {number} idTokenTtl Seconds.
 * @property {string[]} loginPagesUnavailable Names of clients whose login page answers 403.
 */

/**
 * @typedef {object} Addresses
 * @property {number} port 0 lets the operating system choose.
 * @property {string} callback Registered at every client that has callbacks.
 * @property {string[]} callbacks Registered beside `callback`.
 * @property {string} logoutUri The sign-out URL registered at every client.
 */

/** @typedef {Addresses & Switches} Settings */

/** @type {Readonly<Settings>} */
const defaults = {
  port: 0,
  callback: 'http://localhost:3000/callback',
  callbacks: [],
  logoutUri: 'http://localhost:3000/signed-out',
  managedLogin: false,
  rotation: false,
  updatedIssuer: false,
  noDomain: false,
  documentationErrors: false,
  federatedTail: false,
  escapeSlashes: false,
  accessTokenTtl: 3600,
  idTokenTtl: 3600,
  loginPagesUnavailable: [],
};

/**
 * @param {Partial<Settings>} options
 * @returns {Settings}
 */
export function settle(options) {
  return { ...defaults, ...options };
}

/** How long the login cookie lasts from the moment the password was typed, in seconds. It never slides. */
export const SESSION_SECONDS = 3600;

/** How long a login page may stay open, and how long a code may stay unspent, in seconds. */
export const SIGN_IN_SECONDS = 300;

/** How long a refresh token lasts, in seconds. */
export const REFRESH_SECONDS = 30 * 24 * 3600;

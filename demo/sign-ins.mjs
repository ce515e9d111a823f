// Which login pages are open: for which query, and since when.

import { randomUUID } from 'node:crypto';
import { SIGN_IN_SECONDS } from './settings.mjs';

/** @typedef {import('koa').Context} Context */

const cookie = 'XSRF-TOKEN';

/** @typedef {ReturnType<typeof makeSignIns>} SignIns */

export function makeSignIns() {
  /** @type {Map<string, { query: string, since: number }>} */
  const open = new Map();

  const isFresh = (/** @type {{ since: number }} */ { since }) => Date.now() - since < SIGN_IN_SECONDS * 1000;

  return {
    /** Opens a login page for the request at hand, and drops those that were left open. */
    begin(/** @type {Context} */ ctx) {
      for (const [token, signIn] of open) if (!isFresh(signIn)) open.delete(token);
      const token = randomUUID();
      open.set(token, { query: ctx.querystring, since: Date.now() });
      ctx.cookies.set(cookie, token, { httpOnly: true, sameSite: 'lax' });
    },

    /** The token of the open page that this browser was sent to, if it is this one. */
    find(/** @type {Context} */ ctx) {
      const token = ctx.cookies.get(cookie) ?? '';
      return this.isOpen(token, ctx.querystring) ? token : undefined;
    },

    isOpen(/** @type {string} */ token, /** @type {string} */ query) {
      const signIn = open.get(token);
      return signIn !== undefined && signIn.query === query && isFresh(signIn);
    },

    end(/** @type {string} */ token) {
      open.delete(token);
    },
  };
}

// What happens at /logout: the cookie ends, the tokens do not.

import { redirect, redirectToErrorPage } from './redirect.mjs';

/** @typedef {import('./pool.mjs').Pool} Pool */

const passedOn = ['response_type', 'redirect_uri', 'state', 'nonce'];

/**
 * @param {Pool} pool
 * @returns {import('koa').Middleware}
 */
export function logout(pool) {
  return async (ctx, next) => {
    if (ctx.path !== '/logout') return next();
    const query = new URLSearchParams(ctx.querystring);
    const clientId = query.get('client_id');
    if (!clientId) return redirectToErrorPage(ctx, { error: 'Required parameters missing' });
    const client = pool.clients.find((candidate) => candidate.clientId === clientId);
    if (!client) return redirectToErrorPage(ctx, { error: 'invalid_request', clientId });

    const logoutUri = query.get('logout_uri');
    if (logoutUri && client.logoutUris.includes(logoutUri)) {
      await endSession(pool, ctx);
      return redirect(ctx, logoutUri);
    }

    const redirectUri = query.get('redirect_uri');
    if (!redirectUri) return redirect(ctx, `/error?${query}`);
    if (!client.callbacks.includes(redirectUri)) {
      return redirectToErrorPage(ctx, { error: 'redirect_mismatch', clientId });
    }
    await endSession(pool, ctx);
    const login = new URLSearchParams({ client_id: clientId, scope: query.get('scope') || client.scopes.join(' ') });
    for (const name of passedOn) {
      const value = query.get(name);
      if (value) login.set(name, value);
    }
    redirect(ctx, `/login?${login}`);
  };
}

/**
 * @param {Pool} pool
 * @param {import('koa').Context} ctx
 */
async function endSession({ provider }, ctx) {
  await (await provider.Session.get(ctx)).destroy();
  ctx.cookies.set(provider.cookieName('session'), null);
}

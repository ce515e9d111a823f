// What happens at /login: show the form, check the password, go on with the authorize request.

import { text } from 'node:stream/consumers';
import { loginPage, loginUnavailablePage, somethingWentWrongPage } from './pages.mjs';
import { redirect } from './redirect.mjs';
import { SESSION_SECONDS } from './settings.mjs';
import { findUserByPassword, users } from './users.mjs';

/** @typedef {import('./pool.mjs').Pool} Pool */
/** @typedef {import('koa').Context} Context */

/**
 * @param {Pool} pool
 * @returns {import('koa').Middleware}
 */
export function login(pool) {
  return async (ctx, next) => {
    if (ctx.path !== '/login') return next();
    if (ctx.method === 'POST') return submit(pool, ctx, next);
    show(pool, ctx);
  };
}

/**
 * @param {Pool} pool
 * @param {Context} ctx
 */
function show(pool, ctx) {
  const token = pool.signIns.find(ctx);
  if (!token) return redirect(ctx, `/oauth2/authorize?${ctx.querystring}`);

  const client = pool.clients.find(({ clientId }) => clientId === ctx.query.client_id);
  if (!client?.loginPages) {
    ctx.status = 403;
    ctx.body = loginUnavailablePage();
    return;
  }
  const username = new URLSearchParams(ctx.querystring).get('login_hint') ?? '';
  ctx.body = loginPage({ query: ctx.querystring, token, username, users });
}

/**
 * @param {Pool} pool
 * @param {Context} ctx
 * @param {import('koa').Next} next
 */
async function submit(pool, ctx, next) {
  const form = new URLSearchParams(await text(ctx.req));
  const get = (/** @type {string} */ name) => form.get(name) ?? '';

  const token = get('_csrf');
  if (!pool.signIns.isOpen(token, ctx.querystring)) {
    ctx.status = 400;
    ctx.body = somethingWentWrongPage();
    return;
  }

  const username = get('username');
  const user = findUserByPassword(username, get('password'));
  if (!user) {
    const problem = 'Incorrect username or password.';
    ctx.body = loginPage({ query: ctx.querystring, token, username, users, problem });
    return;
  }

  pool.signIns.end(token);
  await beginSession(pool, ctx, user.sub);
  ctx.state.justSignedIn = true;
  ctx.method = 'GET';
  ctx.path = '/oauth2/authorize';
  await next();
}

/**
 * Replaces whatever session the browser had. The new one is put into the request, so that the authorize request that
 * follows in the same breath finds it; oidc-provider then sets the cookie.
 * @param {Pool} pool
 * @param {Context} ctx
 * @param {string} accountId
 */
async function beginSession({ provider }, ctx, accountId) {
  await (await provider.Session.get(ctx)).destroy();
  const session = new provider.Session();
  session.loginAccount({ accountId });
  await session.save(SESSION_SECONDS);
  ctx.req.headers.cookie = `${provider.cookieName('session')}=${session.jti}`;
}

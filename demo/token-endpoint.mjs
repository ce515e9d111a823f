// What /oauth2/token answers, in the pool's words instead of the library's.

import { reissueIdToken } from './tokens.mjs';

/** @typedef {import('./pool.mjs').Pool} Pool */
/** @typedef {import('koa').Context} Context */
/** @typedef {{ error: string, error_description?: string }} TokenError */

/**
 * @param {Pool} pool
 * @returns {import('koa').Middleware}
 */
export function token(pool) {
  pool.provider.on('grant.error', (ctx, fault) => {
    ctx.state.fault = fault;
  });

  return async (ctx, next) => {
    if (ctx.path !== '/oauth2/token') return next();
    await next();
    if (ctx.status === 200) {
      ctx.body = spellAnswer(pool, ctx);
    } else {
      ctx.remove('WWW-Authenticate');
      ctx.status = 400;
      ctx.body = tokenError(pool, ctx);
      await spendCode(pool, ctx);
    }
    ctx.set('Content-Type', 'application/json;charset=UTF-8');
  };
}

/**
 * @param {Pool} pool
 * @param {Context} ctx
 */
function spellAnswer(pool, ctx) {
  const { access_token, id_token, refresh_token, expires_in } = /** @type {Record<string, any>} */ (ctx.body);
  const isRefresh = ctx.oidc.params.grant_type === 'refresh_token';
  return {
    ...(id_token && { id_token: reissueIdToken(pool, id_token, access_token) }),
    access_token,
    ...(refresh_token && (!isRefresh || pool.settings.rotation) && { refresh_token }),
    expires_in,
    token_type: 'Bearer',
  };
}

/**
 * Whatever went wrong with the exchange, its code cannot be used again.
 * @param {Pool} pool
 * @param {Context} ctx
 */
async function spendCode({ provider }, ctx) {
  const { params, client } = ctx.oidc;
  if (params?.grant_type !== 'authorization_code') return;
  const code = await provider.AuthorizationCode.find(params.code);
  if (code && code.clientId === client?.clientId) await code.destroy();
}

/**
 * @param {Pool} pool
 * @param {Context} ctx
 * @returns {TokenError}
 */
function tokenError(pool, ctx) {
  const { error = 'invalid_request', error_detail, error_description } = ctx.state.fault ?? {};
  if (error === 'invalid_client') return clientError(pool, ctx);
  if (error_detail === 'authorization code redirect_uri mismatch') {
    return { error: 'unauthorized_client', error_description: 'invalid_redirect' };
  }
  if (error_description === 'requested grant type is not allowed for this client') {
    return { error: ctx.oidc.params.grant_type === 'client_credentials' ? 'invalid_grant' : 'unauthorized_client' };
  }
  return { error };
}

/**
 * @param {Pool} pool
 * @param {Context} ctx
 * @returns {TokenError}
 */
export function clientError(pool, ctx) {
  const { client_id, client_secret } = ctx.oidc.params;
  const client = pool.clients.find(({ clientId }) => clientId === client_id);
  const hasSentSecret = client_secret || ctx.get('Authorization');
  return client?.clientSecret && !hasSentSecret
    ? { error: 'invalid_client', error_description: 'invalid_client_secret' }
    : { error: 'invalid_client' };
}

// What /oauth2/revoke does: it ends a refresh token and the tokens that came with it.

import { clientError } from './token-endpoint.mjs';

/** @typedef {import('./pool.mjs').Pool} Pool */
/** @typedef {import('koa').Context} Context */

/**
 * @param {Pool} pool
 * @returns {import('koa').Middleware}
 */
export function revoke(pool) {
  pool.provider.on('revocation.error', (ctx, fault) => {
    ctx.state.fault = fault;
  });

  return async (ctx, next) => {
    if (ctx.path !== '/oauth2/revoke') return next();
    await next();
    const error = await judgeRevocation(pool, ctx);
    ctx.remove('WWW-Authenticate');
    if (error === undefined) {
      ctx.status = 200;
      ctx.body = '';
      return;
    }
    ctx.status = error === 'invalid_client' ? 401 : 400;
    ctx.body = error === 'invalid_client' ? clientError(pool, ctx) : { error };
    ctx.set('Content-Type', 'application/json;charset=UTF-8');
  };
}

/**
 * @param {Pool} pool
 * @param {Context} ctx
 * @returns {Promise<string | undefined>} The error, if there is one.
 */
async function judgeRevocation(pool, ctx) {
  const { error } = ctx.state.fault ?? {};
  if (error === 'invalid_client') return error;

  const client = pool.clients.find(({ clientId }) => clientId === ctx.oidc.client?.clientId);
  if (client?.revocation === false) return 'invalid_request';
  if (error !== 'unsupported_token_type') return error;

  // The library takes a refresh token in five parts for a signed token and refuses it; by now the client is known.
  const token = String(ctx.oidc.params.token);
  if (token.split('.').length !== 5) return error;
  await endRefreshToken(pool, token, client?.clientId);
  return undefined;
}

/**
 * @param {Pool} pool
 * @param {string} value
 * @param {string | undefined} clientId
 */
async function endRefreshToken({ provider }, value, clientId) {
  const refreshToken = await provider.RefreshToken.find(value);
  if (!refreshToken || refreshToken.clientId !== clientId) return;
  await refreshToken.destroy();
  await provider.AccessToken.revokeByGrantId(String(refreshToken.grantId));
}

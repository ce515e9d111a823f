// What /oauth2/userInfo answers: strings only, and three ways to say no.

import { parseClaims } from './keys.mjs';

/** @typedef {import('./pool.mjs').Pool} Pool */

const refusals = {
  malformed: {
    status: 400,
    error: 'invalid_request',
    error_description: 'Bad OAuth2 request at UserInfo Endpoint',
  },
  ended: {
    status: 401,
    error: 'invalid_token',
    error_description: 'Access token is expired, disabled, or deleted, or the user has globally signed out.',
  },
  noOpenid: {
    status: 401,
    error: 'invalid_token',
    error_description: 'Access token does not contain openid scope',
  },
};

/**
 * @param {Pool} pool
 * @returns {import('koa').Middleware}
 */
export function userinfo(pool) {
  pool.provider.on('userinfo.error', (ctx, fault) => {
    ctx.state.fault = fault;
  });

  return async (ctx, next) => {
    if (ctx.path !== '/oauth2/userInfo') return next();
    await next();
    ctx.set('Cache-Control', 'no-cache, no-store, max-age=0, must-revalidate');
    ctx.set('Pragma', 'no-cache');
    ctx.set('Expires', '0');

    if (ctx.status !== 200) {
      const { status, ...body } = refusals[judgeFault(ctx)];
      ctx.status = status;
      ctx.set('WWW-Authenticate', `error="${body.error}", error_description="${body.error_description}"`);
      ctx.body = body;
    }
    ctx.set('Content-Type', 'application/json;charset=UTF-8');
  };
}

/**
 * @param {import('koa').Context} ctx
 * @returns {keyof typeof refusals}
 */
function judgeFault(ctx) {
  if (ctx.state.fault?.error === 'insufficient_scope') return 'noOpenid';
  const [scheme = '', token = ''] = ctx.get('Authorization').split(' ');
  return scheme.toLowerCase() === 'bearer' && parseClaims(token) ? 'ended' : 'malformed';
}

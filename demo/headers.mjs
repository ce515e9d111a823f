// What every answer carries whatever it says: a request id, no framing, and who may read it across origins.

import { randomUUID } from 'node:crypto';

/** What scripts on other origins may call; everything else is a page. */
const readable = /^\/(oauth2\/(token|revoke|userInfo)|[^/]+\/\.well-known\/(openid-configuration|jwks\.json))$/;

/**
 * @param {{ method: string, path: string }[]} requests Where each request is written down.
 * @returns {import('koa').Middleware}
 */
export function headers(requests) {
  return async (ctx, next) => {
    requests.push({ method: ctx.method, path: ctx.path });
    ctx.set('x-amz-cognito-request-id', randomUUID());
    ctx.set('X-Frame-Options', 'DENY');
    if (!readable.test(ctx.path)) {
      ctx.set('Cache-Control', 'no-store');
      return next();
    }

    ctx.set('Access-Control-Allow-Origin', '*');
    if (ctx.method !== 'OPTIONS') return next();
    ctx.set('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
    ctx.set('Access-Control-Allow-Headers', ctx.get('Access-Control-Request-Headers') || '*');
    ctx.status = 204;
  };
}

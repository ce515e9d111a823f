// What /error says.

import { errorPage } from './pages.mjs';

/** @type {import('koa').Middleware} */
export async function showError(ctx, next) {
  if (ctx.path !== '/error') return next();
  const query = new URLSearchParams(ctx.querystring);
  // A sign-out that failed brings no error of its own: the pool then wants the parameter it could have gone on with.
  const isFailedLogout = !query.has('error') && query.has('client_id');
  ctx.status = 400;
  ctx.body = errorPage(
    query.get('error') ?? (isFailedLogout ? "Required String parameter 'redirect_uri' is not present" : ''),
  );
}

// How the pool sends a browser elsewhere: always 302, with an empty body.

/**
 * @param {import('koa').Context} ctx
 * @param {string} location
 */
export function redirect(ctx, location) {
  ctx.status = 302;
  ctx.set('Location', location);
  ctx.body = '';
}

/**
 * To the pool's own error page, which never tells the callback.
 * @param {import('koa').Context} ctx
 * @param {{ error: string, clientId?: string }} problem
 */
export function redirectToErrorPage(ctx, { error, clientId }) {
  const query = new URLSearchParams({ error, ...(clientId && { client_id: clientId }) });
  redirect(ctx, `/error?${query}`);
}

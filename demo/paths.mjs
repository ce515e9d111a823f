// Which paths the domain has, letter by letter, and which methods each takes.

/** @type {Record<string, string[]>} */
const methods = {
  '/oauth2/authorize': ['GET'],
  '/oauth2/token': ['POST'],
  '/oauth2/revoke': ['POST'],
  '/oauth2/userInfo': ['GET', 'POST'],
  '/login': ['GET', 'POST'],
  '/logout': ['GET'],
  '/error': ['GET'],
};

/** @type {import('koa').Middleware} */
export async function knownPaths(ctx, next) {
  const allowed = methods[ctx.path];
  if (!allowed) return;
  if (allowed.includes(ctx.method)) return next();
  ctx.status = 405;
  ctx.set('Allow', allowed.join(', '));
}

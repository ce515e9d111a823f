/**
 * The profile of the demo pool's implicit client, as the editor would save it.
 * @param {Awaited<ReturnType<typeof import('../demo/pool.mjs').startDemo>>} demo
 * @returns {import('../src/protocol/records.ts').Profile}
 */
export function demoProfile(demo) {
  return {
    id: 'demo',
    name: 'Demo pool',
    provider: 'cognito',
    issuer: demo.issuer,
    endpoints: demo.endpoints,
    clientId: demo.clients.implicit.clientId,
    clientAuth: 'none',
    callback: demo.callback,
    logoutUri: demo.logoutUri,
    responseType: 'token',
    scopes: ['openid', 'email', 'profile'],
    extraParams: [],
    intercept: false,
    watchRequests: false,
    cognito: { domain: demo.origin, userPoolId: demo.poolId },
  };
}

/**
 * The same for the client that gets a code, and with it a refresh token.
 * @param {Parameters<typeof demoProfile>[0]} demo
 * @returns {import('../src/protocol/records.ts').Profile}
 */
export function codeProfile(demo) {
  const { clientId } = demo.clients.code;
  return { ...demoProfile(demo), id: 'demo-code', name: 'Demo pool, code', clientId, responseType: 'code' };
}

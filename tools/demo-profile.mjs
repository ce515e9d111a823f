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

// A user pool in the shape of Amazon Cognito's, on one loopback port: it holds its state in memory and calls nobody.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { authorize } from './authorize.mjs';
import { makeClients } from './clients.mjs';
import { discovery } from './discovery.mjs';
import { showError } from './error-page.mjs';
import { headers } from './headers.mjs';
import { makeKey } from './keys.mjs';
import { login } from './login.mjs';
import { logout } from './logout.mjs';
import { knownPaths } from './paths.mjs';
import { makeProvider } from './provider.mjs';
import { revoke } from './revoke.mjs';
import { settle } from './settings.mjs';
import { makeSignIns } from './sign-ins.mjs';
import { token } from './token-endpoint.mjs';
import { userinfo } from './userinfo.mjs';
import { users } from './users.mjs';

/**
 * @typedef {object} Pool
 * @property {import('./settings.mjs').Settings} settings
 * @property {string} poolId
 * @property {string} issuer As discovery names it.
 * @property {string} tokenIssuer As the tokens name it.
 * @property {Endpoints} endpoints
 * @property {import('./clients.mjs').Client[]} clients
 * @property {{ id: import('./keys.mjs').SigningKey, access: import('./keys.mjs').SigningKey }} keys
 * @property {import('./sign-ins.mjs').SignIns} signIns
 * @property {import('oidc-provider').default} provider
 */

/** @typedef {ReturnType<typeof endpointsOf>} Endpoints */
/** @typedef {'implicit' | 'code' | 'both' | 'secret' | 'noOpenid' | 'noImplicit' | 'noLoginPages' | 'noRevocation' | 'machine'} ClientName */

const poolId = 'us-east-1_Demo12345';

/**
 * @param {string} issuer
 * @param {string} origin
 * @param {boolean} noDomain
 */
function endpointsOf(issuer, origin, noDomain) {
  const base = noDomain ? issuer : `${origin}/oauth2`;
  return {
    authorization: `${base}/authorize`,
    token: `${base}/token`,
    userinfo: `${base}/userInfo`,
    revocation: `${base}/revoke`,
    endSession: `${noDomain ? issuer : origin}/logout`,
    jwks: `${issuer}/.well-known/jwks.json`,
  };
}

/**
 * Starts a demo pool on 127.0.0.1 and resolves when it answers.
 * @param {Partial<import('./settings.mjs').Settings>} [options]
 */
export async function startDemo(options = {}) {
  const settings = settle(options);
  const keys = { id: await makeKey(), access: await makeKey() };
  const server = createServer();
  server.listen(settings.port, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} -- never a pipe: it listens on a port. */ (
    server.address()
  );

  const origin = `http://127.0.0.1:${port}`;
  const issuer = `${origin}/${poolId}`;
  const endpoints = endpointsOf(issuer, origin, settings.noDomain);
  const tokenIssuer = settings.updatedIssuer ? `http://localhost:${port}/${poolId}` : issuer;
  const clients = makeClients(settings);
  const pool = await makeProvider({
    settings,
    poolId,
    issuer,
    tokenIssuer,
    endpoints,
    clients,
    keys,
    signIns: makeSignIns(),
  });

  /** @type {{ method: string, path: string }[]} */
  const requests = [];
  const steps = [discovery, () => knownPaths, () => showError, logout, login, authorize, userinfo, token, revoke];
  for (const step of [headers(requests), ...steps.map((make) => make(pool))]) pool.provider.use(step);
  server.on('request', pool.provider.callback());

  return {
    origin,
    poolId,
    issuer,
    tokenIssuer,
    endpoints,
    callback: settings.callback,
    logoutUri: settings.logoutUri,
    clients: /** @type {Record<ClientName, import('./clients.mjs').Client>} */ (
      Object.fromEntries(clients.map((client) => [client.name, client]))
    ),
    users,
    requests,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

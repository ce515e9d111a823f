// Which app clients the pool has, and what each may do.

import { randomBytes } from 'node:crypto';

/**
 * @typedef {object} Client
 * @property {string} name
 * @property {string} clientId
 * @property {string} [clientSecret]
 * @property {('code' | 'token')[]} responseTypes Empty for a machine client.
 * @property {string[]} scopes
 * @property {string[]} callbacks
 * @property {string[]} logoutUris
 * @property {boolean} loginPages Whether the client has a login page.
 * @property {boolean} revocation Whether token revocation is enabled.
 */

const standard = ['openid', 'email', 'phone', 'profile'];
const custom = ['shop/orders.read', 'shop/orders.write'];
const admin = 'aws.cognito.signin.user.admin';

/** The scopes the discovery document lists. */
export const standardScopes = standard;

/** Every scope any client may ask for. */
export const allScopes = [...standard, admin, ...custom];

const users = [...standard, admin, 'shop/orders.read'];

/** @type {(Pick<Client, 'name' | 'clientId' | 'responseTypes' | 'scopes'> & Partial<Pick<Client, 'loginPages' | 'revocation'>> & { secret?: true })[]} */
const table = [
  { name: 'implicit', clientId: '3kq81vd0m6tjr2cs95uhgbanef', responseTypes: ['token'], scopes: users },
  { name: 'code', clientId: '6h2n0xw4pzj7te81qvrd5smcak', responseTypes: ['code'], scopes: users },
  { name: 'both', clientId: '1v9ct3yb7rk50mfz2hwq8dxgje', responseTypes: ['code', 'token'], scopes: users },
  { name: 'secret', clientId: '7s4pe1ug9ml6cb03xkrt2vqzhd', responseTypes: ['code'], scopes: users, secret: true },
  { name: 'noOpenid', clientId: '2fd8jz5hq0nv3wyt7kacx6r1mb', responseTypes: ['token'], scopes: [admin, ...custom] },
  { name: 'noImplicit', clientId: '5xr2wk9ac7pg1jdt4fhn8u0vsl', responseTypes: ['code'], scopes: ['openid', 'email'] },
  {
    name: 'noLoginPages',
    clientId: '4m7bt0qs6yv2ekc9gzx1h5rwjn',
    responseTypes: ['token'],
    scopes: standard,
    loginPages: false,
  },
  {
    name: 'noRevocation',
    clientId: '9d1hv6fz3kx8tsn2qb5jm0ycwr',
    responseTypes: ['code'],
    scopes: standard,
    revocation: false,
  },
  { name: 'machine', clientId: '8jw3nc5rh1ta6gq0zvk9xe4pfs', responseTypes: [], scopes: custom, secret: true },
];

/**
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Client[]}
 */
export function makeClients(settings) {
  const callbacks = [...new Set([settings.callback, ...settings.callbacks])];
  return table.map(({ secret, ...client }) => ({
    loginPages: !settings.loginPagesUnavailable.includes(client.name),
    revocation: true,
    ...client,
    callbacks: client.responseTypes.length > 0 ? callbacks : [],
    logoutUris: [settings.logoutUri],
    ...(secret && { clientSecret: randomBytes(26).toString('hex').slice(1) }),
  }));
}

/**
 * What oidc-provider wants to know about a client.
 * @param {Client} client
 * @returns {import('oidc-provider').ClientMetadata}
 */
export function clientMetadata(client) {
  const machine = client.responseTypes.length === 0;
  return {
    client_id: client.clientId,
    ...(client.clientSecret && { client_secret: client.clientSecret }),
    token_endpoint_auth_method: client.clientSecret ? 'client_secret_basic' : 'none',
    redirect_uris: client.callbacks,
    response_types: client.responseTypes.map((type) => (type === 'token' ? 'id_token token' : 'code')),
    grant_types: machine
      ? ['client_credentials']
      : client.responseTypes.flatMap((type) =>
          type === 'token' ? ['implicit'] : ['authorization_code', 'refresh_token'],
        ),
  };
}

// How oidc-provider is configured to behave like the pool.

import { randomUUID } from 'node:crypto';
import { allScopes, clientMetadata } from './clients.mjs';
import { privateJwk } from './keys.mjs';
import { allowLocalCallbacks, overrideTokenValues } from './overrides.mjs';
import { OidcProvider, quietly } from './quiet.mjs';
import { REFRESH_SECONDS, SESSION_SECONDS, SIGN_IN_SECONDS } from './settings.mjs';
import { claimNames, findAccount } from './tokens.mjs';

/** @typedef {import('./pool.mjs').Pool} Pool */

const now = () => Math.floor(Date.now() / 1000);

/**
 * @param {Omit<Pool, 'provider'>} pool
 * @returns {import('oidc-provider').Configuration}
 */
function configuration({ settings, clients, keys, poolId }) {
  return {
    clients: clients.map(clientMetadata),
    jwks: { keys: [privateJwk(keys.id)] },
    scopes: allScopes,
    claims: { openid: claimNames },
    conformIdTokenClaims: false,
    clockTolerance: 0,
    findAccount,
    responseTypes: ['code', 'id_token token'],
    pkce: { required: () => false },
    cookies: { names: { session: 'cognito' }, long: { httpOnly: true, sameSite: 'lax' } },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      revocation: { enabled: true, allowedPolicy: () => false },
    },
    routes: {
      authorization: '/oauth2/authorize',
      token: '/oauth2/token',
      userinfo: '/oauth2/userInfo',
      revocation: '/oauth2/revoke',
      jwks: `/${poolId}/.well-known/jwks.json`,
    },
    // The session is looked at before the library is reached, so it never has anything to ask.
    interactions: { policy: [] },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ accountId: oidc.session?.accountId, clientId: oidc.client?.clientId });
      grant.jti = randomUUID();
      grant.addOIDCScope(String(oidc.params?.scope));
      await grant.save();
      return grant;
    },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: settings.rotation,
    // Signing out ends the cookie, never the tokens.
    expiresWithSession: () => false,
    clientBasedCORS: () => true,
    renderError(ctx, out) {
      ctx.body = out;
    },
    ttl: {
      AccessToken: settings.accessTokenTtl,
      ClientCredentials: settings.accessTokenTtl,
      IdToken: settings.idTokenTtl,
      AuthorizationCode: SIGN_IN_SECONDS,
      RefreshToken: (ctx) => ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? REFRESH_SECONDS,
      Grant: REFRESH_SECONDS,
      Interaction: SIGN_IN_SECONDS,
      Session: (_ctx, session) => Math.max(1, (session.loginTs ?? now()) + SESSION_SECONDS - now()),
    },
  };
}

/**
 * @param {Omit<Pool, 'provider'>} parts
 * @returns {Promise<Pool>}
 */
export async function makeProvider(parts) {
  const provider = await quietly(() => new OidcProvider(parts.issuer, configuration(parts)));
  const pool = { ...parts, provider };
  provider.silent = true;
  allowLocalCallbacks(provider);
  overrideTokenValues(pool);
  return pool;
}

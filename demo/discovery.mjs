// What the issuer publishes about itself: the discovery document and the key set.

import { standardScopes } from './clients.mjs';
import { badRequestPage } from './pages.mjs';

/** @typedef {import('./pool.mjs').Pool} Pool */

/** @param {Pool} pool */
function discoveryDocument({ issuer, endpoints }) {
  return {
    authorization_endpoint: endpoints.authorization,
    end_session_endpoint: endpoints.endSession,
    id_token_signing_alg_values_supported: ['RS256'],
    issuer,
    jwks_uri: endpoints.jwks,
    response_types_supported: ['code', 'token'],
    revocation_endpoint: endpoints.revocation,
    scopes_supported: standardScopes,
    subject_types_supported: ['public'],
    token_endpoint: endpoints.token,
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    userinfo_endpoint: endpoints.userinfo,
  };
}

/**
 * @param {Pool} pool
 * @returns {import('koa').Middleware}
 */
export function discovery(pool) {
  const document = discoveryDocument(pool);
  const keySet = { keys: [pool.keys.id.publicJwk, pool.keys.access.publicJwk] };
  const folder = `/${pool.poolId}/.well-known`;

  return async (ctx, next) => {
    switch (ctx.path) {
      case `${folder}/openid-configuration`:
        ctx.body = document;
        return;
      case `${folder}/jwks.json`:
        ctx.body = keySet;
        return;
    }
    // The domain publishes nothing: whoever asks it for discovery gets a page.
    if (ctx.path.startsWith('/.well-known/') || pool.settings.noDomain) {
      ctx.status = 400;
      ctx.body = badRequestPage();
      return;
    }
    return next();
  };
}

// Which internals of oidc-provider are overridden, because no option of it reaches that far.

import { randomUUID } from 'node:crypto';
import { errors, OidcProvider } from './quiet.mjs';
import { makeAccessToken, makeMachineToken, makeRefreshToken } from './tokens.mjs';

/** @typedef {import('./pool.mjs').Pool} Pool */

const now = () => Math.floor(Date.now() / 1000);

/**
 * A pool takes http://localhost and custom schemes for implicit clients too; the library would refuse both.
 * @param {import('oidc-provider').default} provider
 */
export function allowLocalCallbacks(provider) {
  const { prototype } = /** @type {any} -- Schema is not in the library's types. */ (provider.Client).Schema;
  const invalidate = prototype.invalidate;
  prototype.invalidate = function (/** @type {string} */ message, /** @type {string | undefined} */ code) {
    if (code === 'implicit-force-https' || code === 'implicit-forbid-localhost') return;
    if (message.endsWith('must only contain web uris')) return;
    invalidate.call(this, message, code);
  };
}

/**
 * Gives stored tokens the values that the pool hands out. generateTokenId is internal to the library: test/demo holds
 * it to its behaviour.
 * @param {Pool} pool
 */
export function overrideTokenValues(pool) {
  const { AccessToken, ClientCredentials, AuthorizationCode, RefreshToken } = pool.provider;

  const override = (/** @type {any} */ model, /** @type {(token: any, ctx: any) => string} */ makeValue) => {
    const { generateTokenId } = model.prototype;
    model.prototype.generateTokenId = function () {
      generateTokenId.call(this); // It also settles the format that the token is stored in.
      return makeValue(this, OidcProvider.ctx);
    };
  };
  const stamp = (/** @type {any} */ token) => {
    token.iat = now();
    token.exp = token.iat + token.expiration;
  };

  override(AuthorizationCode, () => randomUUID());
  override(RefreshToken, () => makeRefreshToken());
  override(AccessToken, (token, ctx) => {
    stamp(token);
    if (ctx.state.openidAdded) token.scope = withoutOpenid(token.scope);
    return makeAccessToken(pool, ctx, token);
  });
  override(ClientCredentials, (token, ctx) => {
    stamp(token);
    const allowed = pool.clients.find(({ clientId }) => clientId === token.clientId)?.scopes ?? [];
    // As it was sent: by now the library has dropped the scopes it does not know, which a pool refuses.
    token.scope = ctx.oidc.body?.scope || allowed.join(' ');
    const unknown = [...token.scopes].find((scope) => !allowed.includes(scope));
    if (unknown) throw new errors.InvalidScope('scope is not enabled on this client', unknown);
    return makeMachineToken(pool, token);
  });
}

/** @param {string} scope */
const withoutOpenid = (scope) =>
  scope
    .split(' ')
    .filter((name) => name !== 'openid')
    .join(' ');

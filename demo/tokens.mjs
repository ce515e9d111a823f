// What the tokens say: the claims of ID and access token, and what the opaque ones look like.

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { parseClaims, signToken } from './keys.mjs';
import { attributeNames, attributesFor, findUserBySub } from './users.mjs';

/** @typedef {import('./pool.mjs').Pool} Pool */
/** @typedef {import('oidc-provider').KoaContextWithOIDC} Context */

/** Every claim the ID token or userInfo may hold, all opened by `openid`. */
export const claimNames = [
  'sub',
  'token_use',
  'cognito:username',
  'cognito:groups',
  'username',
  'event_id',
  'origin_jti',
  'jti',
  'auth_time',
  ...attributeNames,
];

/**
 * One event id for all the tokens of one answer.
 * @param {Context} ctx
 */
function eventId(ctx) {
  ctx.state.eventId ??= randomUUID();
  return ctx.state.eventId;
}

/** @param {string[]} groups */
const groupsClaim = (groups) => (groups.length > 0 ? { 'cognito:groups': groups } : {});

/**
 * The account as oidc-provider wants it: its claims for the ID token and for userInfo.
 * @type {import('oidc-provider').FindAccount}
 */
export function findAccount(ctx, sub) {
  const user = findUserBySub(sub);
  if (!user) return undefined;
  return {
    accountId: sub,
    claims(use, scope) {
      const attributes = attributesFor(user, scope);
      if (use === 'userinfo') {
        const texts = Object.entries(attributes).map(([name, value]) => [name, String(value)]);
        return { sub, ...Object.fromEntries(texts), username: user.username };
      }
      return {
        sub,
        ...groupsClaim(user.groups),
        'cognito:username': user.username,
        origin_jti: ctx.oidc.entities.Grant?.jti,
        event_id: eventId(ctx),
        token_use: 'id',
        jti: randomUUID(),
        ...attributes,
      };
    },
  };
}

/**
 * The library's ID token, signed again with this pool's header, issuer and spelling. The library leaves at_hash out at
 * the token endpoint, a pool never does.
 * @param {Pool} pool
 * @param {string} idToken
 * @param {string} accessToken
 * @param {{ withoutNonce?: boolean }} [options]
 */
export function reissueIdToken(pool, idToken, accessToken, { withoutNonce = false } = {}) {
  const { nonce, ...claims } = parseClaims(idToken) ?? {};
  const payload = {
    at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
    ...claims,
    ...(!withoutNonce && nonce !== undefined && { nonce }),
    iss: pool.tokenIssuer,
  };
  return signToken(pool.keys.id, payload, pool.settings.escapeSlashes);
}

/**
 * @param {Pool} pool
 * @param {Context} ctx
 * @param {import('oidc-provider').AccessToken} token
 */
export function makeAccessToken(pool, ctx, token) {
  const { entities, session } = ctx.oidc;
  const user = findUserBySub(token.accountId);
  const payload = {
    sub: token.accountId,
    ...groupsClaim(user?.groups ?? []),
    iss: pool.tokenIssuer,
    version: 2,
    client_id: token.clientId,
    origin_jti: token.grantId,
    event_id: eventId(ctx),
    token_use: 'access',
    scope: token.scope,
    auth_time: entities.AuthorizationCode?.authTime ?? entities.RefreshToken?.authTime ?? session?.loginTs,
    exp: token.exp,
    iat: token.iat,
    jti: randomUUID(),
    username: user?.username,
  };
  return signToken(pool.keys.access, payload, pool.settings.escapeSlashes);
}

/**
 * The access token of a machine: no user, no groups, its own id for `sub`.
 * @param {Pool} pool
 * @param {import('oidc-provider').ClientCredentials} token
 */
export function makeMachineToken(pool, token) {
  const payload = {
    sub: token.clientId,
    token_use: 'access',
    scope: token.scope,
    auth_time: token.iat,
    iss: pool.tokenIssuer,
    exp: token.exp,
    iat: token.iat,
    version: 2,
    jti: randomUUID(),
    client_id: token.clientId,
  };
  return signToken(pool.keys.access, payload, pool.settings.escapeSlashes);
}

/** Five parts like the JWE it stands for; only the header can be read, the rest is random. */
export function makeRefreshToken() {
  const header = JSON.stringify({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' });
  const parts = [256, 12, 900, 16].map((bytes) => randomBytes(bytes).toString('base64url'));
  return [Buffer.from(header).toString('base64url'), ...parts].join('.');
}

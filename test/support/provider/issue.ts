import { randomBytes } from 'node:crypto';
import type { Fault } from './faults.ts';
import { halfHash, makeKey, type SigningKey, sealedToken, signToken, type Values } from './signing.ts';

/** What tokens are made with. `now` gives milliseconds. */
export type Issuer = { issuer: string; secret: string; keys: SigningKey[]; isCognito: boolean; now: () => number };

/** What a person consented to: what the code and the tokens of an answer stand for. */
export type Grant = {
  clientId: string;
  redirectUri: string;
  scope: string;
  state: string | undefined;
  nonce: string | undefined;
  challenge: string | undefined;
  /** When the person signed in, in seconds. */
  authTime: number;
};

/** Two RSA keys as a pool has them, and one of each other kind. They are made anew with `name`. */
export function makeKeys(name: string): SigningKey[] {
  return [
    makeKey('RSA', `${name}/1=`),
    makeKey('RSA', `${name}/2=`),
    makeKey('EC', `${name}/ec`),
    makeKey('OKP', `${name}/ed`),
  ];
}

const kinds = { RS256: 'RSA', PS256: 'RSA', ES256: 'EC', EdDSA: 'OKP', HS256: 'RSA', none: 'RSA' } as const;
const person = { sub: 'ada', email: 'ada@example.com', name: 'Ada' };

/** `idToken` and `jarm` of a fault, and a signed userInfo answer, are made alike. */
function signed({ keys, secret }: Issuer, claims: Values, fault: NonNullable<Fault['jarm']> = {}): string {
  const { alg = 'RS256', header = same, claims: change = same, isBroken } = fault;
  const key = keys.find(({ jwk }) => jwk.kty === kinds[alg]) as SigningKey; // one of each kind was made
  const kid = alg === 'HS256' || alg === 'none' ? {} : { kid: key.kid };
  return signToken({ alg, header: header({ ...kid, alg }), claims: change(claims), key, secret, isBroken });
}

/** The ID token that comes with a code, an access token, both or neither (OpenID Connect Core sections 2, 3.3.2.11). */
export function idTokenOf(
  issuer: Issuer,
  grant: Grant,
  beside: { code?: string | undefined; accessToken?: string | undefined },
  fault: Fault = {},
): string {
  if (fault.idToken?.isSealed) return sealedToken();
  const alg = fault.idToken?.alg ?? 'RS256';
  const seconds = Math.floor(issuer.now() / 1000);
  const isHybrid = beside.code !== undefined;
  const claims = {
    iss: issuer.issuer,
    ...person,
    aud: grant.clientId,
    iat: seconds,
    auth_time: grant.authTime,
    exp: seconds + 3600,
    ...(grant.nonce !== undefined && { nonce: grant.nonce }),
    ...(beside.accessToken !== undefined && { at_hash: halfHash(beside.accessToken, alg) }),
    ...(beside.code !== undefined && { c_hash: halfHash(beside.code, alg) }),
    ...(isHybrid && grant.state !== undefined && { s_hash: halfHash(grant.state, alg) }),
    ...(issuer.isCognito && { token_use: 'id' }),
  };
  return signed(issuer, claims, fault.idToken);
}

/** An opaque access token; that of a pool is a JWT that names no audience. */
export function accessTokenOf(issuer: Issuer, clientId: string, scope: string): string {
  const opaque = randomBytes(24).toString('base64url');
  if (!issuer.isCognito) return opaque;
  const seconds = Math.floor(issuer.now() / 1000);
  return signed(issuer, {
    iss: issuer.issuer,
    sub: person.sub,
    client_id: clientId,
    token_use: 'access',
    scope,
    iat: seconds,
    exp: seconds + 3600,
    jti: opaque,
  });
}

/** The answer in one signed parameter (JWT Secured Authorization Response Mode, section 2.1). */
export function jarmOf(issuer: Issuer, answer: Values, clientId: string, fault: Fault): string {
  const claims = { iss: issuer.issuer, aud: clientId, exp: Math.floor(issuer.now() / 1000) + 600, ...answer };
  return signed(issuer, claims, fault.jarm);
}

/** The body of a userInfo answer and its type (OpenID Connect Core section 5.3.2). */
export function userinfoOf(issuer: Issuer, clientId: string, { userinfo = {} }: Fault): { type: string; body: string } {
  const change = userinfo.claims ?? same;
  const claims = change(person);
  if (userinfo.as === 'sealed') return { type: 'application/jwt', body: sealedToken() };
  if (userinfo.as === 'signed') {
    return { type: 'application/jwt', body: signed(issuer, { iss: issuer.issuer, aud: clientId, ...claims }) };
  }
  return { type: 'application/json', body: JSON.stringify(claims) };
}

function same(values: Values): Values {
  return values;
}

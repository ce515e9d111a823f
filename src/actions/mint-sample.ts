import { encodeBase64url } from '../protocol/base64url.ts';
import type { Capture } from '../protocol/records.ts';
import { sampleProfile } from '../protocol/sample-profile.ts';
import { lendUtf8 } from '../protocol/utf8.ts';
import { halfHash } from '../verify/half-hash.ts';
import { randomValue } from './random-value.ts';

const { subtle } = crypto;

/** One hour, in seconds: how long Cognito's tokens are good for unless told otherwise. */
const life = 3600;

const user = {
  sub: '00000000-5a3b-4e1e-8000-000000000000',
  name: 'sample.user',
  email: 'sample.user@example.com',
  groups: ['admins', 'billing', 'beta-testers'],
};

/**
 * The tokens of a login that nobody made, in the shape that Cognito gives them with the implicit grant, signed with a key
 * made for them alone: what it takes to check them goes into the capture, what it would take to sign more is let go of.
 * `now` is in milliseconds.
 */
export async function mintSample(now: number): Promise<Capture> {
  const { sign, publicKey } = await createSigner();
  const state = randomValue();
  const nonce = randomValue();
  const { id, callback, scopes, responseType } = sampleProfile;
  const claims = sharedClaims(now);
  const accessToken = await sign(accessClaims(claims));
  const idToken = await sign(await idClaims(claims, nonce, accessToken));
  return {
    id: `sample-${crypto.randomUUID()}`,
    profileId: id,
    capturedAt: now,
    startedHere: true,
    source: 'fragment',
    callback,
    frame: 'main',
    params: [
      ['id_token', ''],
      ['access_token', ''],
      ['expires_in', String(life)],
      ['token_type', 'Bearer'],
      ['state', state],
    ],
    tokens: { id_token: idToken, access_token: accessToken },
    tokenType: 'Bearer',
    expiresAt: claims.exp,
    request: { responseType, scopes, redirectUri: callback, state, nonce },
    verdicts: [],
    tokenCalls: [],
    userinfo: { status: 200, body: userinfoBody, at: now, contentType: 'application/json;charset=UTF-8' },
    replays: [],
    events: [{ at: now, kind: 'sample_minted' }],
    origin: 'sample',
    sampleKeys: [publicKey],
  };
}

/** The private half cannot be read, not even here, and goes with the signer. */
async function createSigner(): Promise<{ sign: (claims: object) => Promise<string>; publicKey: SampleKey }> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const made = { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const keys = await subtle.generateKey(made, false, ['sign', 'verify']);
  const { kty, n, e } = await subtle.exportKey('jwk', keys.publicKey);
  const kid = 'claimcheck-sample';
  const header = part({ kid, alg: 'RS256' });
  return {
    publicKey: { kty, n, e, kid, alg: 'RS256', use: 'sig' },
    async sign(claims) {
      const signed = `${header}.${part(claims)}`;
      const signature = await subtle.sign(algorithm, keys.privateKey, lendUtf8(signed));
      return `${signed}.${encodeBase64url(new Uint8Array(signature))}`;
    },
  };
}

type SampleKey = NonNullable<Capture['sampleKeys']>[number];

function part(value: object): string {
  return encodeBase64url(lendUtf8(JSON.stringify(value)));
}

/** What both tokens say. Times in seconds. */
function sharedClaims(now: number) {
  const iat = Math.floor(now / 1000);
  return {
    sub: user.sub,
    'cognito:groups': user.groups,
    iss: sampleProfile.issuer,
    origin_jti: crypto.randomUUID(),
    event_id: crypto.randomUUID(),
    auth_time: iat - 1,
    iat,
    exp: iat + life,
  };
}

type SharedClaims = ReturnType<typeof sharedClaims>;

function accessClaims({ sub, auth_time, iat, exp, ...shared }: SharedClaims) {
  return {
    sub,
    ...shared,
    version: 2,
    client_id: sampleProfile.clientId,
    token_use: 'access',
    scope: sampleProfile.scopes.join(' '),
    auth_time,
    exp,
    iat,
    jti: crypto.randomUUID(),
    username: user.name,
  };
}

async function idClaims({ auth_time, iat, exp, ...shared }: SharedClaims, nonce: string, accessToken: string) {
  return {
    at_hash: await halfHash('SHA-256', accessToken),
    ...shared,
    email_verified: true,
    'cognito:username': user.name,
    nonce,
    aud: sampleProfile.clientId,
    token_use: 'id',
    auth_time,
    exp,
    iat,
    jti: crypto.randomUUID(),
    email: user.email,
  };
}

/** Cognito sends every value of userInfo as text. */
const userinfoBody = JSON.stringify({
  sub: user.sub,
  email_verified: 'true',
  email: user.email,
  username: user.name,
});

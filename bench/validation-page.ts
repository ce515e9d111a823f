/** What runs in the browser's page: full validation of an ID token beside the browser's bare check of its signature. */
import { encodeBase64url } from '../src/protocol/base64url.ts';
import type { Capture, Profile } from '../src/protocol/records.ts';
import { judgeIdToken } from '../src/verify/judge-id-token.ts';
import type { Known } from '../src/verify/known.ts';

const utf8 = new TextEncoder();
const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE';
const seconds = Math.floor(Date.now() / 1000);

/** Tokens of about 1 KB that pass every check, with the key in the set as the cache holds it. */
async function prepare(count: number) {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(
    { ...rsa, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const jwk = { ...(await crypto.subtle.exportKey('jwk', publicKey)), kid: 'k', use: 'sig' };
  const part = (value: object) => encodeBase64url(utf8.encode(JSON.stringify(value)));
  const access = `${part({ alg: 'RS256' })}.${part({ scope: 'openid email profile' })}.${'s'.repeat(342)}`;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(access))).slice(0, 16);
  const made = Array.from({ length: count }, async (_, at) => {
    const claims = {
      ...{ iss: issuer, aud: 'client', sub: '5458d4e8-8001-70c9-3f5e-2b1f0c5f7a11', token_use: 'id', nonce: 'nonce' },
      ...{ iat: seconds, exp: seconds + 3600, auth_time: seconds, at_hash: encodeBase64url(hash), jti: `${at}` },
      ...{ email: 'ada.okafor@example.com', email_verified: true, 'cognito:username': 'ada.okafor' },
      'cognito:groups': ['admins', 'billing', 'beta-testers'],
      event_id: 'c31a7d52-0b7e-4d0c-9a6b-2f4f1e8d7720',
    };
    const input = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`;
    const signature = new Uint8Array(await crypto.subtle.sign(rsa, privateKey, utf8.encode(input)));
    return { input: utf8.encode(input), signature, token: `${input}.${encodeBase64url(signature)}` };
  });
  return { tokens: await Promise.all(made), publicKey, jwk, access };
}

const profile: Profile = {
  ...{ id: 'p', name: 'p', provider: 'cognito', issuer, clientId: 'client', clientAuth: 'none' },
  endpoints: { authorization: 'https://pool.example/oauth2/authorize' },
  ...{ callback: 'https://app.example/callback', responseType: 'token', scopes: ['openid'], extraParams: [] },
  ...{ intercept: false, watchRequests: false, iatWindow: 600 },
};

function knownOf(jwk: object, access: string): Known {
  const capture: Capture = {
    ...{ id: 'c', profileId: 'p', capturedAt: seconds * 1000, startedHere: true, source: 'fragment', frame: 'main' },
    ...{ callback: profile.callback, params: [], tokens: { access_token: access }, verdicts: [], tokenCalls: [] },
    ...{ replays: [], events: [] },
    request: { responseType: 'token', scopes: ['openid'], redirectUri: profile.callback, nonce: 'nonce' },
  };
  return {
    ...{ capture, profile, profiles: [profile], isStateSpent: false, discovered: undefined, at: seconds * 1000 },
    keys: { ok: true, address: `${issuer}/.well-known/jwks.json`, fetchedAt: 0, keys: [{ ...jwk }], retired: [] },
  };
}

/** In milliseconds for `count` tokens one after the other, both in turns, round after round. */
async function measure({ count, rounds }: { count: number; rounds: number }) {
  const { tokens, publicKey, jwk, access } = await prepare(count);
  const known = knownOf(jwk, access);
  const bare = async () => {
    for (const { input, signature } of tokens) {
      if (!(await crypto.subtle.verify(rsa, publicKey, signature, input))) throw new Error('The signature is not good');
    }
  };
  const full = async () => {
    for (const { token } of tokens) {
      const verdicts = await judgeIdToken(known, token, 'front_channel');
      const failed = verdicts.filter(({ result }) => result !== 'pass').map(({ check }) => check);
      if (failed.length > 0 || verdicts.length < 20) throw new Error(`Not all checks passed: ${failed.join(', ')}`);
    }
  };
  const time = async (work: () => Promise<void>) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const times = { bare: [] as number[], full: [] as number[] };
  for (let round = -2; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? (['bare', 'full'] as const) : (['full', 'bare'] as const)) {
      const took = await time(name === 'bare' ? bare : full);
      if (round >= 0) times[name].push(took);
    }
  }
  return times;
}

Object.assign(globalThis, { measure });

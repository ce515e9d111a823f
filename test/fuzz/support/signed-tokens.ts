import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { goodClaims, known } from '../../src/verify/known.ts';
import { type Alg, makeKey, type SigningKey, signToken, type Values } from '../../support/provider/signing.ts';
import { changeJson } from './change-json.ts';
import { changeText } from './change-text.ts';
import { type Change, pick, someChanges } from './changes.ts';

const keys: Record<Exclude<Alg, 'none' | 'HS256'>, SigningKey> = {
  RS256: makeKey('RSA', 'rsa'),
  PS256: makeKey('RSA', 'pss'),
  ES256: makeKey('EC', 'ec'),
  EdDSA: makeKey('OKP', 'ed'),
};
/** Of somebody who is not the issuer. */
const stranger = makeKey('RSA', 'rsa');

export const secret = 'a client secret of the fuzz tests';
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'HS256'] as const;

function sign(alg: (typeof algorithms)[number], claims: Values = {}, header: Values = {}): string {
  const key = alg === 'HS256' ? keys.RS256 : keys[alg];
  const kid = alg === 'HS256' ? {} : { kid: key.kid };
  return signToken({ alg, header: { alg, ...kid, ...header }, claims: { ...goodClaims, ...claims }, key, secret });
}

/** Really signed tokens of one issuer, one for each algorithm that can be checked, and one more of the usual one. */
export const goodTokens: readonly string[] = [
  ...algorithms.map((alg) => sign(alg)),
  sign('RS256', { email: 'ada@example.com', aud: ['the-client'], address: { country: 'GB' } }, { typ: 'JWT' }),
];

/** The public keys of the issuer, as its key set has them. */
export const publicKeys = Object.values(keys).map(({ jwk }) => jwk);

/** What they are judged by: a client that takes all of these algorithms. */
export function knownToIssuer(over: Parameters<typeof known>[0] = {}) {
  const { profile, ...others } = over;
  return known({
    keys: { ok: true, address: 'https://op.example/keys', fetchedAt: 0, keys: publicKeys, retired: [] },
    clientSecret: secret,
    profile: { idTokenAlgs: [...algorithms], ...profile },
    ...others,
  });
}

const encode = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');

/** A token changed as text, inside one of its parts, or as people have forged tokens. It may come out as it went in. */
export function changeToken(token: string, changes: readonly Change[]): string {
  return changes.reduce((changed, change) => ways[change.kind % ways.length]?.(changed, change) ?? changed, token);
}

/** Always of one that was signed, so that most changes come near a token that passes. */
export const mutants = fc
  .tuple(fc.constantFrom(...goodTokens), someChanges)
  .map(([token, changes]) => changeToken(token, changes))
  .filter((token) => !goodTokens.includes(token));

type Way = (token: string, change: Change) => string;

const asText: Way = (token, change) => changeText(token, [{ ...change, kind: change.what >> 4 }]);
const inPart: Way = (token, { at, what }) => {
  const parts = token.split('.');
  const place = what % Math.min(2, parts.length);
  parts[place] = encode(changePart(parts[place] ?? '', { kind: what >> 1, at, what: what >> 4 }));
  return parts.join('.');
};
const inBytes: Way = (token, { at, what }) => {
  const parts = token.split('.');
  const place = what % parts.length;
  const bytes = Buffer.from(parts[place] ?? '', 'base64url');
  if (bytes.length > 0) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << (at % 8));
  parts[place] = encode(bytes);
  return parts.join('.');
};
const withOthersPart: Way = (token, { at, what }) => {
  const parts = token.split('.');
  parts[what % parts.length] = pick(pick(goodTokens, at).split('.'), what);
  return parts.join('.');
};

function changePart(part: string, change: Change): string {
  const text = Buffer.from(part, 'base64url').toString();
  try {
    return changeJson(JSON.parse(text), [change]);
  } catch {
    return changeText(text, [change]);
  }
}

const payloadOf = (token: string) => token.split('.')[1] ?? '';
const withHeader = (token: string, header: Values, signature: string) =>
  `${encode(JSON.stringify(header))}.${payloadOf(token)}.${signature}`;
/** Signed by the stranger, as the header says. */
const byStranger = (header: Values) =>
  signToken({ alg: 'RS256', header: { alg: 'RS256', ...header }, claims: goodClaims, key: stranger, secret: 'x' });
const withHmac = (token: string, of: string) => {
  const input = `${encode('{"alg":"HS256"}')}.${payloadOf(token)}`;
  return `${input}.${createHmac('sha256', of).update(input).digest('base64url')}`;
};

const forged: Way[] = [
  (token, { at }) => withHeader(token, { alg: pick(['none', 'None', 'NONE', 'nonE', ''], at) }, ''),
  (token) => withHeader(token, { alg: 'none' }, token.split('.')[2] ?? ''),
  (token, { at }) => withHmac(token, JSON.stringify(pick(publicKeys, at))),
  (token, { at }) => withHmac(token, String(pick(publicKeys, at).n ?? '')),
  (token) => withHmac(token, ''),
  () => byStranger({ kid: 'rsa' }),
  () => byStranger({}),
  () => byStranger({ kid: 'rsa', jwk: stranger.jwk }),
  () => byStranger({ kid: 'rsa', jku: 'https://evil.example/keys', x5u: 'https://evil.example/x' }),
  (token) => withHeader(token, { alg: 'RS256', kid: 'rsa', crit: ['b64'], b64: false }, token.split('.')[2] ?? ''),
  // CVE-2022-21449
  (token) => withHeader(token, { alg: 'ES256', kid: 'ec' }, encode(new Uint8Array(64))),
  (token) => withHeader(token, { alg: 'EdDSA', kid: 'ed' }, encode(new Uint8Array(64))),
  (token) => withHeader(token, { alg: 'RS256', kid: 'rsa' }, encode(new Uint8Array(256).fill(1))),
  (token) => withHeader(token, { alg: 'RS256', kid: ['rsa'] }, token.split('.')[2] ?? ''),
  (token) => `${token}=`,
  (token) => `${token}AA`,
  (token) => ` ${token}`,
  (token) => `${token}\n`,
  (token) => `${token}~`,
  (token) => `${token}~${encode('["salt","sub","eve"]')}~`,
  (token) => `${token}.`,
  (token) => token.replace(/[-_]/g, (one) => (one === '-' ? '+' : '/')),
  (token) => `Bearer ${token}`,
  (token) =>
    JSON.stringify({ payload: payloadOf(token), protected: token.split('.')[0], signature: token.split('.')[2] }),
];

const ways: Way[] = [
  asText,
  inPart,
  inPart,
  inBytes,
  withOthersPart,
  (token, one) => pick(forged, one.what)(token, one),
];

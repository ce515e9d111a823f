/** Keys and tokens that are really signed, and what they are judged by. */
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { encodeBase64url } from '../../src/protocol/base64url.ts';
import type { Verdict } from '../../src/protocol/records.ts';
import { readStrictly } from '../../src/protocol/strict-token.ts';
import { judgeSignature } from '../../src/verify/judge-signature.ts';
import type { Jwk, KeySet, Known } from '../../src/verify/known.ts';
import type { About } from '../../src/verify/verdict.ts';
import { capture, now, profile } from './records.ts';

export type Pair = { alg: string; jwk: Jwk; secret: Jwk; sign: (header?: object, claims?: object) => Promise<string> };

const front: About = { token: 'id_token', from: 'front_channel' };

/** A new key pair. `over` changes what the public key declares. */
export async function makePair(alg: string, over: Record<string, unknown> = { kid: 'k1', use: 'sig' }): Promise<Pair> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return {
    alg,
    jwk: { ...(await exportJWK(publicKey)), ...over },
    secret: { ...(await exportJWK(privateKey)), ...over },
    sign: (header = { kid: 'k1' }, claims = { sub: 'ada' }) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg, ...header })
        .sign(privateKey),
  };
}

export function keySet(...keys: Jwk[]): KeySet & { ok: true } {
  return { ok: true, address: 'https://op.example/jwks', fetchedAt: now, keys, retired: [] };
}

/** What a token is judged by; `over` changes what a test is about. */
export function knownBy(over: Partial<Known> = {}): Known {
  return {
    capture: capture(),
    profile: profile(),
    profiles: [profile()],
    isStateSpent: false,
    discovered: undefined,
    keys: { ok: false, why: 'no_issuer' },
    at: now,
    ...over,
  };
}

/** A profile that allows these algorithms. */
export function allowing(...idTokenAlgs: string[]): Partial<Known> {
  return { profile: profile({ idTokenAlgs }) };
}

/** The verdicts on a token by their check. */
export async function judged(raw: string, known: Known, about = front): Promise<Map<string, Verdict>> {
  const token = readStrictly(raw);
  if (token.kind !== 'signed') throw new Error(`a token of the kind ${token.kind}`);
  const verdicts = await judgeSignature(known, { raw, token, about });
  return new Map(verdicts.map((verdict) => [verdict.check, verdict]));
}

/** The checks that failed, and those that were not made. */
export function outcome(verdicts: Map<string, Verdict>): { fail: string[]; not_checked: string[] } {
  const of = (result: Verdict['result']) =>
    [...verdicts.values()].filter((one) => one.result === result).map(({ check }) => check);
  return { fail: of('fail'), not_checked: of('not_checked') };
}

/** A token with these header and payload texts. Nobody signed it. */
export function textToken(header: string, payload = '{}', signature = 'AAAA'): string {
  const part = (text: string) => encodeBase64url(new TextEncoder().encode(text));
  return `${part(header)}.${part(payload)}.${signature}`;
}

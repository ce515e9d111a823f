/** Captures in which tokens, codes and secrets stand in all kinds of places and disguises, and how to find one again. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Capture } from '../../src/protocol/records.ts';
import { capture, now } from './records.ts';

export const base64url = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');

/** Random bytes: what a property test would make by itself is full of zeros, and of repetitions. */
function randomBytes(fewest: number, most: number): fc.Arbitrary<Buffer> {
  const seed = fc.noBias(fc.bigInt({ min: 0n, max: 2n ** 128n }));
  return fc
    .tuple(seed, fc.integer({ min: fewest, max: most }))
    .map(([of, length]) => createHash('sha512').update(String(of)).digest().subarray(0, length));
}

/** 128 random bits and more, in the forms that tokens and codes have. */
export const secret = randomBytes(16, 48).chain((bytes) =>
  fc.constantFrom(
    bytes.toString('base64url'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64'),
    bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  ),
);
const signature = randomBytes(32, 64).map((bytes) => bytes.toString('base64url'));
export const header = base64url('{"alg":"RS256","kid":"key-1"}');

type Token = { raw: string; secrets: string[] };

/** A signed token; in its claims may stand another, or a secret under a name that tells of none. */
const jwt: fc.Arbitrary<Token> = fc.letrec<{ token: Token }>((tie) => ({
  token: fc
    .record({
      signature,
      inner: fc.option(fc.oneof({ depthSize: 'small' }, secret.map(plain), tie('token')), { nil: undefined }),
      name: fc.constantFrom('act', 'upstream', 'refresh_token', 'code', 'note'),
    })
    .map(({ signature: own, inner, name }) => ({
      raw: `${header}.${base64url(JSON.stringify({ iss: 'https://id.example.com', sub: 'ada-8f2c', ...(inner && { [name]: inner.raw }) }))}.${own}`,
      secrets: [own, ...(inner?.secrets ?? [])],
    })),
})).token;

function plain(raw: string): Token {
  return { raw, secrets: [raw] };
}

const token = fc.oneof(jwt, secret.map(plain));

/** Ways in which a text that somebody else wrote may hold a token. */
const wrapped = fc.constantFrom<(raw: string) => string>(
  (raw) => raw,
  (raw) => `It was refused: ${raw}.`,
  (raw) => `Authorization: Bearer ${raw}`,
  (raw) => `https://app.example.com/cb?code=${encodeURIComponent(raw)}&state=1#access_token=${raw}`,
  (raw) => encodeURIComponent(`https://app.example.com/cb?x=${raw}`),
  (raw) => JSON.stringify({ deep: [{ note: raw }], access_token: raw }),
  (raw) => `${JSON.stringify({ deep: [raw], id_token: raw }).slice(0, -2)}`,
  (raw) => Buffer.from(`{"nested":"${raw}"}`).toString('base64'),
  (raw) => base64url(`see ${raw}`),
  (raw) => base64url(base64url(`{"nested":"${raw}"}`)),
  (raw) => JSON.stringify(JSON.stringify({ note: raw })),
  (raw) => `Body: ${JSON.stringify(JSON.stringify({ access_token: raw, note: raw }))}`.slice(0, -3),
  (raw) => encodeURIComponent(encodeURIComponent(`https://app.example.com/cb?x=${raw}`)),
  (raw) => `50%/${encodedWhole(raw)}`,
  (raw) => `<a href="https://example.com/${raw}">|${raw}|</a>`,
);

export function encodedWhole(text: string): string {
  return [...text].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('');
}

/** The same of one that stands elsewhere as a whole: pieces of it. */
const wrappedOrCut = fc.oneof(
  wrapped,
  fc.constantFrom<(raw: string) => string>(
    (raw) => raw.slice(0, Math.ceil(raw.length / 2)),
    (raw) => `…${raw.slice(-9)}`,
    (raw) => `${raw.slice(0, 8)} ${raw.slice(8)}`,
  ),
);

/** Puts a text at a place of a record, known to this version or not. */
export const place = fc.constantFrom<(record: Capture, text: string) => object>(
  (record, text) => ({ ...record, params: [...record.params, ['code', text]] }),
  (record, text) => ({ ...record, params: [...record.params, ['odd', text]] }),
  (record, text) => ({ ...record, params: [...record.params, [text, 'a name']] }),
  (record, text) => ({ ...record, events: [...record.events, { at: now, kind: 'note', detail: text }] }),
  (record, text) => ({ ...record, error: { error: 'server_error', description: text, uri: text } }),
  (record, text) => ({ ...record, userinfo: { status: 200, at: now, body: text, wwwAuthenticate: text } }),
  (record, text) => ({ ...record, userinfo: { status: 200, at: now, body: JSON.stringify({ sub: 'a', x: text }) } }),
  (record, text) => ({ ...record, tokenFailure: { grant: 'refresh_token', kind: 'refused', at: now, body: text } }),
  (record, text) => ({ ...record, verdicts: [{ check: 'nonce', result: 'fail', expected: text, actual: text }] }),
  (record, text) => ({ ...record, replaced: { at: now, tokens: { refresh_token: text } } }),
  (record, text) => ({ ...record, tokens: { ...record.tokens, refresh_token: text } }),
  (record, text) => ({ ...record, request: { responseType: 'code', scopes: [text], redirectUri: 'a', state: text } }),
  (record, text) => ({ ...record, callback: text, id: text }),
  (record, text) => ({ ...record, ofLater: { list: [{ [text]: text }], code: [text] } }),
);

export const scene = fc
  .record({
    id: jwt,
    access: token,
    code: secret,
    scattered: fc.array(fc.record({ place, wrap: wrappedOrCut, of: fc.nat() }), { maxLength: 5 }),
    // of these nobody says what they are
    odd: fc.array(fc.record({ place, wrap: wrapped, token }), { maxLength: 3 }),
  })
  .map(({ id, access, code, scattered, odd }) => {
    const known = [id, access, plain(code)];
    let record: object = capture({
      tokens: { id_token: id.raw, access_token: access.raw },
      params: [
        ['id_token', ''],
        ['code', code],
      ],
    });
    for (const { place: put, wrap, of } of scattered) record = put(record as Capture, wrap(known[of % 3]?.raw ?? ''));
    for (const { place: put, wrap, token: own } of odd) record = put(record as Capture, wrap(own.raw));
    return {
      record: record as Capture,
      secrets: [...known, ...odd.map((one) => one.token)].flatMap((one) => one.secrets),
    };
  });

/** Every text that can be read out of another: what JSON and base64 hold, as deep as they go. */
export function readings(text: string, depth = 0): string[] {
  if (depth > 4) return [];
  const inner = (text.match(/[\w+/-]{11,}/g) ?? []).map((run) => Buffer.from(run, 'base64').toString());
  const unescaped = [text.replace(/\\(["\\/])/g, '$1'), decodeLeniently(text)].filter((one) => one !== text);
  return [text, ...[...inner, ...unescaped].flatMap((one) => readings(one, depth + 1))];
}

function decodeLeniently(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (coded) => {
    try {
      return decodeURIComponent(coded);
    } catch {
      return coded;
    }
  });
}

export function leaks(text: string, secrets: string[]): string[] {
  const grams = new Set(
    secrets.flatMap((one) => Array.from({ length: one.length - 7 }, (_, at) => one.slice(at, at + 8))),
  );
  return readings(text).flatMap((one) => {
    const found: string[] = [];
    for (let at = 0; at + 8 <= one.length; at += 1)
      if (grams.has(one.slice(at, at + 8))) found.push(one.slice(at, at + 40));
    return found;
  });
}

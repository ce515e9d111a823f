import { createHash } from 'node:crypto';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { exportRedacted } from '../../../../src/handover/export-file.ts';
import { exportMarkdown } from '../../../../src/handover/export-markdown.ts';
import { type Capture, captureSchema } from '../../../../src/protocol/records.ts';
import { capture, now, profile } from '../../../support/records.ts';

const base64url = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');

/** Random bytes: what a property test would make by itself is full of zeros, and of repetitions. */
function randomBytes(fewest: number, most: number): fc.Arbitrary<Buffer> {
  const seed = fc.noBias(fc.bigInt({ min: 0n, max: 2n ** 128n }));
  return fc
    .tuple(seed, fc.integer({ min: fewest, max: most }))
    .map(([of, length]) => createHash('sha512').update(String(of)).digest().subarray(0, length));
}

/** 128 random bits and more, in the forms that tokens and codes have. */
const secret = randomBytes(16, 48).chain((bytes) =>
  fc.constantFrom(
    bytes.toString('base64url'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64'),
    bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  ),
);
const signature = randomBytes(32, 64).map((bytes) => bytes.toString('base64url'));
const header = base64url('{"alg":"RS256","kid":"key-1"}');

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

function encodedWhole(text: string): string {
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
const place = fc.constantFrom<(record: Capture, text: string) => object>(
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

const scene = fc
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
function readings(text: string, depth = 0): string[] {
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

function leaks(text: string, secrets: string[]): string[] {
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

async function exported(record: Capture) {
  const options = { masked: new Set(['sub']), at: now };
  const file = await exportRedacted([record], [profile()], options);
  return { ...file, markdown: exportMarkdown(file.content) };
}

describe('a redacted export', () => {
  test('holds no eight characters of any signature, token or code, wherever they stood', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ record, secrets }) => {
        const { text, markdown } = await exported(record);
        expect(leaks(text, secrets)).toEqual([]);
        expect(leaks(markdown, secrets)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  test('is a record still', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ record }) => {
        fc.pre(v.is(captureSchema, record));
        const { content } = await exported(record);
        expect(content.captures.every((one) => v.is(captureSchema, one))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('replaces short values whole where they are the value of a secret', async () => {
    const short = fc.stringMatching(/^[A-Za-z0-9]{1,7}$/);
    await fc.assert(
      fc.asyncProperty(short, short, async (code, state) => {
        const params: [string, string][] = [
          ['code', code],
          ['state', state],
        ];
        const { content } = await exported(capture({ params, tokens: { refresh_token: code } }));
        const [mark, stateMark] = content.captures[0]?.params.map(([, value]) => value) ?? [];
        expect(mark).toMatch(/^‹\w+ [0-9a-f]{4,7}›$/);
        expect(content.captures[0]?.tokens.refresh_token).toBe(mark);
        expect(mark === stateMark).toBe(code === state);
      }),
      { numRuns: 100 },
    );
  });

  test('replaces short codes and tokens wherever they stand apart in other texts', async () => {
    const short = fc.stringMatching(/^[A-Za-z0-9]{3,12}$/);
    const around = fc.constantFrom<(raw: string) => string>(
      (raw) => `(${raw})`,
      (raw) => `https://127.0.0.1/${raw}/?1=${raw}`,
      (raw) => `{"1":"${raw}","2":["${raw}"]}`,
      (raw) => JSON.stringify(JSON.stringify({ 1: raw })),
      (raw) => `1=%22${encodedWhole(raw)}%22`,
      (raw) => base64url(`1: ${raw}, 2: ${raw}`),
    );
    await fc.assert(
      fc.asyncProperty(short, short, around, async (code, refresh, put) => {
        const detail = `${put(code)} ${put(refresh)}`;
        const { content } = await exportRedacted(
          [
            capture({
              params: [['code', code]],
              tokens: { refresh_token: refresh },
              events: [{ at: now, kind: '', detail }],
            }),
          ],
          [],
          { masked: new Set(), at: now },
        );
        for (const reading of readings(content.captures[0]?.events[0]?.detail ?? '')) {
          const rest = reading.replace(/‹[^›]*›/g, '').replace(/https|127/g, '');
          expect(rest).not.toContain(code);
          expect(rest).not.toContain(refresh);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has equal marks for equal values, and different ones for different values', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(secret, secret), { minLength: 1, maxLength: 20 }), async (pairs) => {
        const captures = pairs.map(([code, access]) =>
          capture({ params: [['code', code]], tokens: { access_token: access, refresh_token: code } }),
        );
        const { content } = await exportRedacted(captures, [], { masked: new Set(), at: now });
        const marks = new Map<string, string>();
        for (const [at, { params, tokens }] of content.captures.entries()) {
          const [code = '', access = ''] = pairs[at] ?? [];
          expect(tokens.refresh_token).toBe(params[0]?.[1]);
          for (const [value, mark = ''] of [
            [code, params[0]?.[1]],
            [access, tokens.access_token],
          ] as const) {
            expect(mark).toMatch(/^‹[^›]+›$/);
            expect(marks.get(value) ?? mark).toBe(mark);
            marks.set(value, mark);
          }
        }
        expect(new Set(marks.values()).size).toBe(marks.size);
      }),
      { numRuns: 50 },
    );
  });

  test('does not hold the values of masked claims, wherever they stood', async () => {
    const value = fc
      .string({ minLength: 8, maxLength: 30 })
      .filter((text) => text.trim() === text && !/[‹›]/.test(text));
    await fc.assert(
      fc.asyncProperty(value, place, async (name, put) => {
        const held = `${header}.${base64url(JSON.stringify({ sub: name, email: `${name}@example.com` }))}.AAAA`;
        const record = put(capture({ tokens: { id_token: held } }), `user ${name} is locked`) as Capture;
        const { text } = await exportRedacted([record], [profile({ extraParams: [['login_hint', name]] })], {
          masked: new Set(['sub', 'email']),
          at: now,
        });
        const inJson = JSON.stringify(name).slice(1, -1);
        for (const reading of readings(text)) {
          expect(reading).not.toContain(inJson);
          expect(reading).not.toContain(name);
        }
      }),
      { numRuns: 200 },
    );
  });
});

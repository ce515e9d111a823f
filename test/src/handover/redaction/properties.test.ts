import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { exportRedacted } from '../../../../src/handover/export-file.ts';
import { exportMarkdown } from '../../../../src/handover/export-markdown.ts';
import { type Capture, captureSchema } from '../../../../src/protocol/records.ts';
import { capture, now, profile } from '../../../support/records.ts';
import {
  base64url,
  encodedWhole,
  header,
  leaks,
  place,
  readings,
  scene,
  secret,
} from '../../../support/redaction-scenes.ts';

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

import { describe, expect, test } from 'vitest';
import { exportRedacted } from '../../../../src/handover/export-file.ts';
import { exportMarkdown } from '../../../../src/handover/export-markdown.ts';
import type { Capture, Profile } from '../../../../src/protocol/records.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

const code = 'wJ6xN0yTq3_bLr5dZk8uVh2eMf9cSg7a';
const uuid = '0f7dcb1e-8d7e-4f3a-9c55-1b2c3d4e5f60';

type Case = {
  over: Partial<Capture>;
  of?: Partial<Profile>;
  masked?: string[];
  /** What is not to be found, in whatever case. */
  gone: string[];
};

async function written({ over, of = {}, masked = [] }: Case): Promise<string> {
  const how = { masked: new Set(masked), at: now };
  const { text, content } = await exportRedacted([capture(over)], [profile(of)], how);
  return `${text}\n${exportMarkdown(content)}`.toLowerCase();
}

const note = (detail: string): Partial<Capture> => ({ events: [{ at: now, kind: 'note', detail }] });
const answer = (body: string): Partial<Capture> => ({ userinfo: { status: 200, at: now, body } });
const withCode = (value: string): Partial<Capture> => ({ params: [['code', value]] });
const of = (claims: Record<string, unknown>): Partial<Capture> => ({ tokens: { id_token: token(claims) } });
const each = (text: string, write: (unit: number) => string) =>
  [...text].map((one) => write(one.charCodeAt(0))).join('');
const percent = (text: string) => each(text, (unit) => `%${unit.toString(16)}`);
const unicode = (text: string) => each(text, (unit) => `\\u00${unit.toString(16)}`);

describe('a secret is gone', () => {
  test.each<[string, Case]>([
    ['a short code in a sentence', { over: { ...withCode('k7Qz2w'), ...note('k7Qz2w is over') }, gone: ['k7Qz2w'] }],
    [
      'a short code in a path',
      { over: { ...withCode('k7Qz2w'), ...note('https://a.example/k7Qz2w') }, gone: ['k7qz2w'] },
    ],
    ['a short code within a word', { over: { ...withCode('k7Qz2w'), ...note('xxk7Qz2wyy') }, gone: ['k7qz2w'] }],
    [
      'a code that is a number',
      { over: { ...withCode('482913'), ...answer('{"x":482913,"y":"482913"}') }, gone: ['482913'] },
    ],
    ['a code of two characters', { over: { ...withCode('q9'), ...answer('{"y":"q9"}') }, gone: ['q9'] }],
    [
      'a piece of a code in capitals',
      { over: { ...withCode(uuid), ...note(uuid.slice(9, 23).toUpperCase()) }, gone: ['8d7e-4f3a'] },
    ],
    [
      'percent-encoded whole',
      { over: { ...withCode(code), ...note(percent(code)) }, gone: [percent(code).slice(0, 24)] },
    ],
    [
      'percent-encoded twice',
      { over: { ...withCode(code), ...note(percent(percent(code))) }, gone: [percent(percent(code)).slice(0, 24)] },
    ],
    [
      'percent-encoded after a stray %',
      { over: { ...withCode(code), ...note(`100%zz${percent(code)}`) }, gone: [percent(code).slice(0, 24)] },
    ],
    [
      'with the escapes of JSON',
      { over: { ...withCode(code), ...note(`{"a":"${unicode(code)}`) }, gone: [unicode(code).slice(0, 24)] },
    ],
    ['named in JSON in a text of JSON', { over: note(JSON.stringify('{"code":"abc-17"}')), gone: ['abc-17'] }],
    ['the same, cut off', { over: note(JSON.stringify('{"code":"abc-17"}').slice(0, -2)), gone: ['abc-17'] }],
    [
      'of a profile, in an answer',
      {
        over: answer('client_secret hunter2x is wrong'),
        of: { extraParams: [['client_secret', 'hunter2x']] },
        gone: ['hunter2x'],
      },
    ],
    [
      'in a parameter that nobody knows',
      { over: {}, of: { extraParams: [['ticket', code]] }, gone: [code.slice(0, 8)] },
    ],
  ])('%s', async (_, one) => {
    const text = await written(one);
    for (const piece of one.gone) expect(text).not.toContain(piece.toLowerCase());
  });
});

describe('the value of a masked claim is gone', () => {
  test.each<[string, Case]>([
    [
      'a number under another name',
      {
        over: { ...of({ phone_number: 15551234567 }), ...answer('{"tel":15551234567}') },
        masked: ['phone_number'],
        gone: ['15551234567'],
      },
    ],
    [
      'at the beginning of an address',
      {
        over: of({ given_name: 'Grace', contact: 'gracehopper@example.com' }),
        masked: ['given_name'],
        gone: ['grace'],
      },
    ],
    [
      'beside a letter that grows in lower case',
      { over: { ...of({ name: 'Ada L' }), ...note('İ Ada L') }, masked: ['name'], gone: ['ada l'] },
    ],
    [
      'in a form',
      { over: { ...of({ name: 'Ada Lovelace' }), ...note('/?q=Ada+Lovelace') }, masked: ['name'], gone: ['lovelace'] },
    ],
    [
      'of two characters',
      { over: { ...of({ sub: '42' }), ...answer('{"uid":"42"}') }, masked: ['sub'], gone: ['\\"42\\"'] },
    ],
    [
      'with an escaped quote',
      { over: { ...of({ name: 'Ada "L" O' }), ...note('{"a":"Ada \\"L\\" O') }, masked: ['name'], gone: ['ada \\'] },
    ],
  ])('%s', async (_, one) => {
    const text = await written(one);
    for (const piece of one.gone) expect(text).not.toContain(piece.toLowerCase());
  });
});

test('of an address the value alone is replaced, and what stands around it stays', async () => {
  const text = await written({
    over: { ...of({ email: 'ada@example.com' }), ...note('https://app.example/?x=ada%40example.com&page=3') },
    masked: ['email'],
    gone: [],
  });
  expect(text).toMatch(/https:\/\/app\.example\/\?x=‹email [0-9a-f]{4}›&page=3/);
});

test('a state that is a word takes no address with it', async () => {
  const text = await written({ over: { params: [['state', 'callback']] }, gone: [] });
  expect(text).toContain('http://localhost:3000/‹');
  expect(
    await written({ over: { params: [['state', 'login']], callback: 'http://localhost/login' }, gone: [] }),
  ).toContain('http://localhost/login');
});

import { describe, expect, test } from 'vitest';
import { lifetimeSay } from '../../../../popup/state/compare/change-say.ts';
import { type CompareCells, compareCells } from '../../../../popup/state/compare/compare-cells.ts';
import { loginGroups, tokenGroups } from '../../../../popup/state/compare/compare-items.ts';
import { compareTokens } from '../../../../src/protocol/compare/compare-tokens.ts';
import { token } from '../../../support/records.ts';

function cells(a: object | string, b: object | string): CompareCells[] {
  const [before, after] = [a, b].map((one) => (typeof one === 'string' ? one : token({ ...one })));
  return tokenGroups(compareTokens(before, after)).flatMap(({ items }) =>
    items.map((item) => compareCells(item, 'why')),
  );
}
const text = (words: string) => ({ kind: 'value', shown: { kind: 'text', text: words } });

describe('a row', () => {
  test.each<[what: string, a: object, b: object, row: object]>([
    [
      'added',
      {},
      { t: 'x' },
      { name: 't', a: { kind: 'none', words: 'not there' }, b: { ...text('x'), mark: 'added' }, change: 'added' },
    ],
    ['removed', { t: 'x' }, {}, { a: { ...text('x'), mark: 'removed' }, change: 'removed' }],
    ['a time that is new', {}, { exp: 60 }, { b: { kind: 'time', at: 60_000, mark: 'added' }, change: 'added' }],
    [
      'a time that moved',
      { iat: 0 },
      { iat: 60 },
      { a: { kind: 'time', at: 0 }, b: { kind: 'time', at: 60_000 }, delta: '+60 s' },
    ],
    [
      'a text that reads like a truth value',
      { v: 'true' },
      { v: true },
      { a: text('"true"'), b: text('true'), say: 'Text in A, true or false in B.' },
    ],
    ['texts that look alike', { n: 'é' }, { n: 'e\u0301' }, { say: expect.stringMatching(/look alike/) }],
    [
      'what hides, in a name and a value',
      {},
      { 'a\u202Eb': 'x\u202Ey' },
      { name: 'a⟨U+202E⟩b', b: { shown: { text: 'x⟨U+202E⟩y' } } },
    ],
    [
      'a set',
      { aud: ['a', 'b'] },
      { aud: ['c', 'a'] },
      {
        a: { kind: 'set', entries: [{ text: 'a' }, { text: 'b', mark: 'removed' }], more: 0 },
        b: { kind: 'set', entries: [{ text: 'a' }, { text: 'c', mark: 'added' }], more: 0 },
        say: '1 added, 1 removed, 1 kept',
      },
    ],
  ])('%s', (_what, a, b, row) => {
    expect(cells(a, b)).toMatchObject([row]);
  });

  test('of a set with thousands of entries shows a hundred, those that changed among them', () => {
    const all = Array.from({ length: 3000 }, (_, at) => `g${at}`);
    const [row] = cells({ groups: all }, { groups: [...all, 'new'] });
    expect(row?.b).toMatchObject({ kind: 'set', more: 2901 });
    expect(JSON.stringify(row?.b)).toContain('"new"');
  });

  test('of what an export masked says that it is not known', () => {
    const [row] = cells({ email: '‹email 7f3a›' }, { email: 'ada@example.com' });
    expect(row?.say).toBe('Masked in A: whether it changed is not known.');
  });

  test('of a lifetime says what its change comes of', () => {
    const row = cells({ iat: 0, exp: 1800 }, { iat: 0, exp: 3600 }).at(-2);
    expect(row).toMatchObject({
      name: 'exp − iat',
      a: text('30 min'),
      b: text('60 min'),
      delta: '+30 min',
      say: 'why',
    });
    expect(lifetimeSay([], 'cognito')).toMatch(/app client’s setting/);
    expect(lifetimeSay([], 'oidc')).not.toMatch(/setting/);
    expect(lifetimeSay([{ what: 'client', a: '', b: '' }], 'cognito')).toMatch(/each client/);
  });

  test('of a token that cannot be read tells only whether it is the same', () => {
    expect(cells('first-one', 'second-two')).toMatchObject([
      { a: { words: 'opaque' }, b: { words: 'opaque' }, change: 'changed' },
    ]);
    expect(JSON.stringify(cells('first-one', 'second-two'))).not.toMatch(/first|second/);
  });

  test('of a number beyond 2^53 shows it as it is written', () => {
    const odd = (digits: string) => {
      const [header, , signature] = token({}).split('.');
      return `${header}.${Buffer.from(`{"id":${digits}}`).toString('base64url')}.${signature}`;
    };
    expect(cells(odd('9007199254740993'), odd('9007199254740992'))).toMatchObject([
      { a: text('9007199254740993'), b: text('9007199254740992'), change: 'changed' },
    ]);
  });

  test('of a login is in plain words', () => {
    const rows = loginGroups(
      [{ path: ['tokens'], kind: 'set', added: ['refresh_token'], removed: [], kept: ['id_token'] }],
      [{ check: 'nonce', token: 'id_token', a: 'pass', b: 'fail' }],
    ).flatMap(({ items }) => items.map((item) => compareCells(item, '')));
    expect(rows).toMatchObject([
      { name: 'Tokens held', isWire: false, b: { entries: [{ text: 'ID token' }, { text: 'Refresh token' }] } },
      { name: expect.stringMatching(/nonce/i), a: { kind: 'result', result: 'pass' }, b: { result: 'fail' } },
    ]);
  });
});

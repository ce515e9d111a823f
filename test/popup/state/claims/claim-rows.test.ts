import { describe, expect, test } from 'vitest';
import {
  claimRows,
  copiedText,
  countRows,
  filterRows,
  inPieces,
  mostRows,
} from '../../../../popup/state/claims/claim-rows.ts';
import type { Member } from '../../../../src/protocol/token.ts';

const claims: Member[] = [
  ['exp', 1_795_464_136],
  ['email', 'ada@example.com'],
  ['custom:plan', ''],
  ['tenant', 'acme'],
  ['sub', '5458'],
  ['nonce', 'n'],
];
const names = (groups: ReturnType<typeof claimRows>) => groups.flatMap(({ rows }) => rows.map(({ name }) => name));

describe('the rows of claims', () => {
  test('stand in groups, what is looked for first in front, and empty groups are left out', () => {
    const groups = claimRows(claims, 'id_token', 'cognito');
    expect(groups.map(({ group }) => group)).toEqual(['who', 'times', 'ties', 'other']);
    expect(names(groups)).toEqual(['sub', 'email', 'custom:plan', 'exp', 'nonce', 'tenant']);
  });

  test('an unknown claim has no meaning, never a guess', () => {
    const [other] = claimRows([['tenant', 'acme']], 'id_token', 'oidc');
    expect(other?.rows[0]).toEqual({ name: 'tenant', value: 'acme', kind: 'text' });
    expect(other?.title).toContain('Custom claims');
  });

  test('the subject of a client’s own token is no user', () => {
    const own = claimRows([...claims, ['client_id', '5458']], 'access_token', 'cognito');
    const row = own.find(({ group }) => group === 'for_whom')?.rows.find(({ name }) => name === 'sub');
    expect(row?.meaning).toBe('The client itself: the token stands for no user.');
    expect(claimRows([...claims, ['client_id', 'app']], 'access_token', 'cognito')[0]?.rows[0]?.meaning).toContain(
      'user',
    );
  });

  test('a claim whose check failed is marked, on its own token alone', () => {
    const verdicts = [{ check: 'nonce', result: 'fail', token: 'id_token' }] as const;
    expect(claimRows([['nonce', 'n']], 'id_token', 'oidc', verdicts)[0]?.rows[0]?.tone).toBe('fail');
    expect(claimRows([['nonce', 'n']], 'access_token', 'oidc', verdicts)[0]?.rows[0]).not.toHaveProperty('tone');
  });

  test('a warning is amber, a failure that is only told marks nothing, and the checks of times find their claim', () => {
    const tone = (check: string, name: string) =>
      claimRows([[name, 1]], 'id_token', 'oidc', [{ check, result: 'fail', token: 'id_token' }])[0]?.rows[0]?.tone;
    expect(tone('exp_range', 'exp')).toBe('warn');
    expect(tone('iat_age', 'iat')).toBe('warn');
    expect(tone('nonce_required', 'nonce')).toBe('fail');
    expect(tone('scope', 'scope')).toBeUndefined();
  });

  test('a long list comes in pieces of 50 rows that keep groups and order', () => {
    const many = Array.from({ length: 110 }, (_, index): Member => [`c${index}`, index]);
    const groups = claimRows([...claims, ...many], 'id_token', 'cognito');
    const pieces = inPieces(groups);
    expect(pieces.map(countRows)).toEqual([50, 50, countRows(groups) - 100]);
    expect(pieces.flatMap(names)).toEqual(names(groups));
    const heads = pieces.map((piece) => piece.map(({ group, isContinued }) => (isContinued ? `${group} on` : group)));
    expect(heads).toEqual([groups.map(({ group }) => group), ['other on'], ['other on']]);
    expect(inPieces([])).toEqual([]);
  });

  test('a number that reading rounds is copied and found as it stands in the token', () => {
    const groups = claimRows(
      [['account', 12345678901234567000]],
      'id_token',
      'oidc',
      [],
      [['account', '12345678901234567890']],
    );
    const [row] = groups[0]?.rows ?? [];
    expect(row && copiedText(row)).toBe('12345678901234567890');
    expect(names(filterRows(groups, '67890'))).toEqual(['account']);
  });

  test('what is copied is well-formed text', () => {
    expect(copiedText({ name: 'x', value: 'a\uD800b', kind: 'text' })).toBe('a\uFFFDb');
  });

  test('the filter looks at name, value and meaning; every word must be there', () => {
    const groups = claimRows(claims, 'id_token', 'cognito');
    expect(names(filterRows(groups, 'EXAMPLE'))).toEqual(['email']);
    expect(names(filterRows(groups, 'permanent id'))).toEqual(['sub']);
    expect(names(filterRows(groups, 'email acme'))).toEqual([]);
    expect(filterRows(groups, '  ')).toEqual(groups);
  });

  test('no more than 5,000 are shown', () => {
    const many = Array.from({ length: mostRows + 10 }, (_, index): Member => [`c${index}`, index]);
    expect(countRows(claimRows(many, 'id_token', undefined))).toBe(5000);
  });

  test('names of Object.prototype are ordinary names', () => {
    const strange: Member[] = [
      ['__proto__', 1],
      ['constructor', 2],
      ['toString', 3],
    ];
    expect(names(claimRows(strange, 'id_token', 'cognito'))).toEqual(['__proto__', 'constructor', 'toString']);
  });
});

import { describe, expect, test } from 'vitest';
import { claimRows, countRows, filterRows, mostRows } from '../../popup/state/claim-rows.ts';
import type { Member } from '../../src/protocol/token.ts';

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
  });

  test('a claim whose check failed is marked, on its own token alone', () => {
    const verdicts = [{ check: 'nonce', result: 'fail', token: 'id_token' }] as const;
    expect(claimRows([['nonce', 'n']], 'id_token', 'oidc', verdicts)[0]?.rows[0]?.tone).toBe('fail');
    expect(claimRows([['nonce', 'n']], 'access_token', 'oidc', verdicts)[0]?.rows[0]).not.toHaveProperty('tone');
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

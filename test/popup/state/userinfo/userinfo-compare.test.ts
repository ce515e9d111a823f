import { describe, expect, test } from 'vitest';
import { compareUserinfo } from '../../../../popup/state/userinfo/userinfo-compare.ts';
import type { Member } from '../../../../src/protocol/token.ts';

const id: Member[] = [
  ['sub', '5458'],
  ['email', 'ada@example.com'],
  ['email_verified', true],
  ['cognito:username', 'ada'],
  ['cognito:groups', ['admins']],
  ['iss', 'https://id.example.com'],
  ['exp', 1],
];

describe('userInfo against the ID token', () => {
  const answer: Member[] = [
    ['sub', '5458'],
    ['email_verified', 'true'],
    ['email', 'ada@example.org'],
    ['username', 'ada'],
    ['locale', 'en'],
  ];
  const { rows, missing, about, sub } = compareUserinfo(answer, id);

  test('what differs comes first, what is the same last', () => {
    expect(rows.map(({ name, against }) => [name, against])).toEqual([
      ['email', 'differs'],
      ['username', 'only_here'],
      ['locale', 'only_here'],
      ['email_verified', 'same_value'],
      ['sub', 'same'],
    ]);
  });

  test('the same value as another type is told from one that differs', () => {
    expect(rows[3]?.other).toEqual({ how: 'type', text: 'true' });
    expect(rows[0]?.other).toEqual({ how: 'value', text: 'ada@example.com' });
  });

  test('Cognito’s other name for the user is named, and then not missing', () => {
    expect(rows[1]?.other).toEqual({ how: 'called', text: 'cognito:username' });
    expect(missing).toEqual(['cognito:groups']);
    expect(about).toBe(2);
  });

  test('sub is the same, differs, is missing, or there is nothing to compare it with', () => {
    expect(sub).toBe('same');
    expect(compareUserinfo([['sub', 'eve']], id).sub).toBe('differs');
    expect(compareUserinfo([['sub', 5458]], id).sub).toBe('missing');
    expect(compareUserinfo([['email', 'x']], id).sub).toBe('missing');
    expect(compareUserinfo([['sub', '5458']], undefined).sub).toBe('not_compared');
    expect(compareUserinfo([['sub', '5458']], [['sub', '']]).sub).toBe('not_compared');
  });
});

describe('the same value as text', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  test.each([
    ['a truth value', 'true', true, 'same_value'],
    ['the other truth value', 'false', true, 'differs'],
    ['a number', '1795460536', 1_795_460_536, 'same_value'],
    ['a list of objects', '[{"userId":"1"}]', [{ userId: '1' }], 'same_value'],
    ['members in another order', '[{"b":[1,2],"a":"x"}]', [{ a: 'x', b: [1, 2] }], 'same_value'],
    ['a list in another order', '["a","b"]', ['b', 'a'], 'differs'],
    ['an object that is text in the ID token', { a: 1 }, '{"a":1}', 'same_value'],
    ['text that is no JSON', '[{', [{ userId: '1' }], 'differs'],
    ['two texts', 'True', 'true', 'differs'],
    ['what is nested too deeply', deep, { a: 1 }, 'differs'],
  ])('%s', (_what, here, other, against) => {
    expect(compareUserinfo([['identities', here]], [['identities', other]]).rows[0]?.against).toBe(against);
  });
});

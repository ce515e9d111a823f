import { describe, expect, test } from 'vitest';
import { compareUserinfo } from '../../popup/state/userinfo-compare.ts';
import type { Member } from '../../src/protocol/token.ts';

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
      ['email_verified', 'differs'],
      ['email', 'differs'],
      ['username', 'only_here'],
      ['locale', 'only_here'],
      ['sub', 'same'],
    ]);
  });

  test('a value that differs in its type alone is told from one that differs', () => {
    expect(rows[0]?.other).toEqual({ how: 'type', text: 'true' });
    expect(rows[1]?.other).toEqual({ how: 'value', text: 'ada@example.com' });
  });

  test('Cognito’s other name for the user is named, and then not missing', () => {
    expect(rows[2]?.other).toEqual({ how: 'called', text: 'cognito:username' });
    expect(missing).toEqual(['cognito:groups']);
    expect(about).toBe(2);
  });

  test('sub is the same, differs, is missing, or there is nothing to compare it with', () => {
    expect(sub).toBe('same');
    expect(compareUserinfo([['sub', 'eve']], id).sub).toBe('differs');
    expect(compareUserinfo([['sub', 5458]], id).sub).toBe('differs');
    expect(compareUserinfo([['email', 'x']], id).sub).toBe('missing');
    expect(compareUserinfo([['sub', '5458']], undefined).sub).toBe('not_compared');
  });
});

test('an object that Cognito sends as text differs in its type alone', () => {
  const [row] = compareUserinfo([['identities', '[{"userId":"1"}]']], [['identities', [{ userId: '1' }]]]).rows;
  expect(row?.other?.how).toBe('type');
});

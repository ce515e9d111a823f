import { describe, expect, test } from 'vitest';
import {
  firstItems,
  isFolded,
  itemName,
  loginGroups,
  tokenGroups,
} from '../../../../popup/state/compare/compare-items.ts';
import { foldNames } from '../../../../popup/state/compare/fold-names.ts';
import { compareTokens } from '../../../../src/protocol/compare/compare-tokens.ts';
import { token } from '../../../support/records.ts';

const a = { sub: 'u', plan: 'a', locale: 'en', jti: 'a', exp: 100, iat: 0, auth_time: 0 };
const b = { sub: 'u', plan: 'b', tenant: 't', jti: 'b', exp: 300, iat: 100, auth_time: 100 };
const named = (groups: ReturnType<typeof tokenGroups>) =>
  groups.map(({ title, items }) => [title, ...items.map(itemName)]);

describe('the rows of two tokens', () => {
  const groups = tokenGroups(compareTokens(token(a), token(b)));

  test('stand in groups, what is added first, times as they happen', () => {
    expect(named(groups)).toEqual([
      ['Added and removed', 'tenant', 'locale'],
      ['Changed', 'plan'],
      ['Times', 'auth_time', 'iat', 'exp', 'exp − iat'],
      ['New on every login', 'jti'],
      ['The same', 'sub'],
    ]);
    expect(groups.filter(isFolded).map(({ id }) => id)).toEqual(['every_login', 'same']);
  });

  test('have a lifetime that is the same among the same', () => {
    expect(named(tokenGroups(compareTokens(token({ exp: 2, iat: 1 }), token({ exp: 3, iat: 2 }))))).toEqual([
      ['Times', 'iat', 'exp'],
      ['The same', 'exp − iat'],
    ]);
  });

  test('are one row where they cannot be taken apart', () => {
    expect(named(tokenGroups(compareTokens('opaque', token(a))))).toEqual([['As a whole', 'all of it']]);
  });

  test('are cut over all groups together', () => {
    expect(named(firstItems(groups, 3))).toEqual([
      ['Added and removed', 'tenant', 'locale'],
      ['Changed', 'plan'],
    ]);
  });
});

test('the checks of the logins have a group of their own', () => {
  const groups = loginGroups([{ path: ['started'], kind: 'same', a: 'x' }], [{ check: 'nonce', a: 'pass', b: 'fail' }]);
  expect(named(groups)).toEqual([
    ['Checks with another result', 'nonce'],
    ['The same', 'Started'],
  ]);
});

test('a folded group names what is in it, as much as fits', () => {
  const many = (word: string) => token(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${word}${at}`, 1])));
  const [group] = tokenGroups(compareTokens(many('c'), many('c')));
  expect(group && foldNames(group)).toMatch(/^c0, c1, .*c15 and 4 more$/);
});

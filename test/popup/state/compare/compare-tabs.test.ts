import { describe, expect, test } from 'vitest';
import { compareTabs, firstCompareTab } from '../../../../popup/state/compare/compare-tabs.ts';
import { apartWords, loginSum, tokenSum } from '../../../../popup/state/compare/sum-words.ts';
import { unrelatedWords } from '../../../../popup/state/compare/unrelated-words.ts';
import { compareCaptures } from '../../../../src/protocol/compare/compare-captures.ts';
import { compareTokens } from '../../../../src/protocol/compare/compare-tokens.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now, token } from '../../../support/records.ts';

const compare = (a: Partial<Capture>, b: Partial<Capture>) =>
  compareCaptures({ capture: capture(a), profile: 'p' }, { capture: capture(b), profile: 'p' });
const words = (a: Partial<Capture>, b: Partial<Capture>) =>
  compareTabs(compare(a, b), () => 'none').map((tab) => `${tab.title}: ${tab.words}`);

describe('the tabs', () => {
  test('have the number of differences in each', () => {
    const judged = { judgedAt: now };
    expect(
      words(
        { tokens: { id_token: token({ a: 1, exp: 1 }), access_token: 'x' }, ...judged },
        { tokens: { id_token: token({ a: 2, exp: 2 }), access_token: 'y' }, ...judged },
      ),
    ).toEqual(['ID token: 1 difference', 'Access token: another one', 'Refresh token: none', 'Login: nothing differs']);
    expect(words({ tokens: { id_token: 'x' } }, { tokens: { id_token: 'x', refresh_token: 'y' } })).toEqual([
      'ID token: the very same',
      'Access token: none',
      'Refresh token: only in B',
      'Login: still being checked',
    ]);
  });

  test('begin with the first that there is something to compare in', () => {
    expect(firstCompareTab(compare({}, {}))).toBe('id_token');
    expect(
      firstCompareTab(compare({ tokens: { access_token: 'x', id_token: 'i' } }, { tokens: { access_token: 'y' } })),
    ).toBe('access_token');
    expect(firstCompareTab(compare({ tokens: {} }, { tokens: { id_token: token({}) } }))).toBe('login');
    expect(firstCompareTab(compare({ tokens: {} }, { tokens: {} }))).toBe('login');
  });
});

describe('the sum', () => {
  const sum = (a: object, b: object) => tokenSum(compareTokens(token({ ...a }), token({ ...b })));
  test.each([
    [
      { a: 1, p: 1, s: 1, jti: 'a', iat: 0 },
      { b: 1, p: 2, s: 1, jti: 'b', iat: 1 },
      '1 added, 1 removed, 1 changed',
      '1 time moved, 1 new on every login, 1 the same',
    ],
    [{ iat: 0, exp: 10 }, { iat: 1, exp: 20 }, 'Only times differ', '2 times moved, another lifetime'],
    [{ jti: 'a' }, { jti: 'b' }, 'Nothing differs', '1 new on every login'],
    [{ a: 1 }, { a: 1 }, 'The very same', 'A and B hold it to the letter.'],
  ])('of %j and %j', (a, b, sums, rest) => {
    expect(sum(a, b)).toMatchObject({ words: sums, rest });
  });

  test('of tokens that cannot be read, or are not there', () => {
    expect(tokenSum(compareTokens('x', 'y')).words).toBe('Another one');
    expect(tokenSum(compareTokens(undefined, 'y')).words).toBe('Only B has one');
    expect(tokenSum(compareTokens(undefined, undefined)).words).toBe('Neither has one');
  });

  test('of the logins counts the checks too', () => {
    const checks = [{ check: 'nonce', a: 'pass', b: 'fail' } as const];
    expect(loginSum({ facts: [], checks })).toMatchObject({ words: '1 changed' });
    expect(loginSum({ facts: [], checks: undefined }).rest).toBe('checks are still being made');
  });

  test('says how far the two are apart', () => {
    expect(apartWords(60_000)).toBe('B is 60 s after A');
    expect(apartWords(-7_200_000)).toBe('B is 2 h before A');
    expect(apartWords(500)).toMatch(/same time/);
  });
});

test('two users of two clients may be one person', () => {
  const user = { what: 'user', a: '1', b: '2' } as const;
  expect(unrelatedWords(user, [user]).text).not.toMatch(/same one/);
  expect(unrelatedWords(user, [{ ...user, what: 'client' }, user]).text).toMatch(/same one/);
});

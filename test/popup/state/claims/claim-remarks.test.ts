import { describe, expect, test } from 'vitest';
import { claimRemarks } from '../../../../popup/state/claims/claim-remarks.ts';
import type { ClaimRow } from '../../../../popup/state/claims/claim-rows.ts';

const row = (name: string, value: unknown, more: Partial<ClaimRow> = {}): ClaimRow => ({
  name,
  value,
  kind: 'text',
  ...more,
});
const time = { kind: 'time' } as const;

describe('a remark is made', () => {
  test.each([
    ['of a verified flag that is text', row('email_verified', 'true'), /Text here, not true or false/],
    ['of the other one', row('phone_number_verified', 'false'), /careless if/],
    ['of a time in milliseconds', row('exp', 1_795_460_536_000, time), /2026-11-23 19:02:16 UTC.*in the year 58865/],
    ['of a time that is text', row('iat', '1795460536', time), /number of seconds/],
    ['of several recipients', row('aud', ['a', 'b']), /Several recipients/],
    ['of a list of scopes', row('scope', ['openid']), /A list here/],
    [
      'of a number that is rounded',
      row('account', 12345678901234567000, { source: '12345678901234567890' }),
      /12345678901234567890.*becomes 12345678901234567000/,
    ],
    ['of a number beyond all numbers', row('quota', Number.POSITIVE_INFINITY, { source: '1e400' }), /1e400.*beyond/],
    ['of a hidden character', row('name', 'Ada\u202E'), /One character cannot be seen/],
    ['of hidden characters in the name of a claim', row('a\u200B\u200Bb', 1), /2 characters/],
    ['of half a surrogate pair', row('name', 'a\uD83D'), /Half a character/],
  ])('%s', (_what, claim, words) => {
    expect(claimRemarks(claim).map(({ text }) => text)).toEqual([expect.stringMatching(words)]);
  });
});

test.each([
  row('email_verified', true),
  row('exp', 1_795_460_536, time),
  row('exp', 0, time),
  row('aud', ['a']),
  row('aud', 'a'),
  row('scope', 'openid email', { kind: 'words' }),
  row('name', 'Ada 😀'),
  row('email_verified', 'true', { isAsText: true }),
])('none is made of $name: $value', (claim) => {
  expect(claimRemarks(claim)).toEqual([]);
});

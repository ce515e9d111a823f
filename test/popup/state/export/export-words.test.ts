import { expect, test } from 'vitest';
import { fileNameOf, fullWords } from '../../../../popup/state/export/export-words.ts';
import { capture, now, token } from '../../../support/records.ts';

test('a file is named for what it is, and for nobody', () => {
  expect(fileNameOf(1, Date.UTC(2026, 10, 23), 'markdown', true)).toBe('claimcheck-login-2026-11-23-redacted.md');
  expect(fileNameOf(12, Date.UTC(2026, 10, 23), 'json', false)).toBe(
    'claimcheck-12-logins-2026-11-23-with-tokens.json',
  );
});

test.each([
  ['no token that is good', { id_token: token({ exp: now / 1000 - 1 }) }, /None of the ID and access tokens/, 3],
  ['one that is', { access_token: token({ exp: now / 1000 + 60 }) }, /the ID or access token that is still good/, 3],
  ['a refresh token', { refresh_token: 'r' }, /A refresh token in it can be used/, 4],
])('what a full export with %s gives away', (_, tokens, words, count) => {
  const all = fullWords([capture({ tokens })], now);
  expect(all.join(' ')).toMatch(words);
  expect(all).toHaveLength(count);
});

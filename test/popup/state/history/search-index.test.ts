import { expect, test } from 'vitest';
import { createSearchIndex, textWithin } from '../../../../popup/state/history/search-index.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now, token } from '../../../support/records.ts';

const one = capture();
const userinfo = { status: 200, at: now, contentType: 'application/json', body: '{"sub":"ada"}' };

test('what was read of a capture stays good when the store brings it anew', () => {
  const index = createSearchIndex();
  expect(index.textOf(one)).toBeUndefined();
  index.read(one);
  const text = index.textOf(one);
  expect(text).toContain('ada');
  expect(index.textOf({ ...one, judgedAt: now, pinned: true, tokens: { ...one.tokens } })).toBe(text);
});

const changes: [what: string, changes: Partial<Capture>][] = [
  ['other tokens', { tokens: { ...one.tokens, access_token: token({ sub: 'grace' }) } }],
  ['no ID token', { tokens: { access_token: token({ sub: 'ada' }) } }],
  ['a userInfo answer', { userinfo }],
  ['an error', { error: { error: 'access_denied' } }],
  [
    'a call that failed',
    { tokenFailure: { grant: 'refresh_token', at: now, kind: 'refused', error: 'invalid_grant' } },
  ],
];

test.each(changes)('a capture with %s is read again', (_what, changed) => {
  const index = createSearchIndex();
  index.read(one);
  expect(index.textOf({ ...one, ...changed })).toBeUndefined();
});

test('of captures that are gone nothing is held', () => {
  const index = createSearchIndex();
  const other = capture({ id: 'c2' });
  index.read(one);
  index.read(other);
  index.keepOnly([other]);
  expect([one, other].map((each) => index.textOf(each) !== undefined)).toEqual([false, true]);
});

test('a few that were not read yet are read with the search, and no more', () => {
  const index = createSearchIndex();
  const textOf = textWithin(index, 2);
  const found = ['c1', 'c2', 'c3', 'c1'].map((id) => textOf(capture({ id })) !== undefined);
  expect(found).toEqual([true, true, false, true]);
});

import { describe, expect, test } from 'vitest';
import { forgettingWords, forgottenWords } from '../../../../popup/state/history/forget-words.ts';
import { clockTime } from '../../../../popup/state/time-words.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

const profiles = [profile(), profile({ id: 'p2', name: 'orders' })];
const until = (minutes: number) => token({ sub: 'ada', exp: now / 1000 + minutes * 60 });
const at = (minutes: number) => clockTime(now + minutes * 60_000, now, 'minutes');
const words = (captures: Capture[]) => forgettingWords(captures, profiles, now);

describe('before captures are forgotten', () => {
  test('one is named by its user', () => {
    expect(words([capture()])).toMatchObject({
      heading: 'Forget this capture?',
      title: 'ada',
      profiles: [{ name: 'demo', count: '1 capture' }],
    });
    expect(words([capture({ tokens: {}, error: { error: 'access_denied' } })]).title).toBeUndefined();
  });

  test('many are counted by profile, those of a deleted one too', () => {
    const { heading, profiles: own } = words([
      capture(),
      capture({ profileId: 'p2' }),
      capture({ frame: 'sub' }),
      capture({ profileId: 'gone' }),
    ]);
    expect(heading).toBe('Forget 4 captures?');
    expect(own.map(({ name, count }) => `${name}: ${count}`)).toEqual([
      'demo: 2 captures',
      'orders: 1 capture',
      'Deleted profile: 1 capture',
    ]);
  });

  test('of many profiles the first are named, the others counted', () => {
    const { profiles: own, rest } = words(
      Array.from({ length: 1200 }, (_, place) => capture({ profileId: `p${place % 10}` })),
    );
    expect(own).toHaveLength(6);
    expect(rest).toBe('4 more profiles: 480 captures');
  });

  const pins: [pins: boolean[], words: string][] = [
    [[true], 'It is pinned.'],
    [[false], ''],
    [[true, false], '1 of them is pinned.'],
    [[true, true, false], '2 of them are pinned.'],
  ];

  test.each(pins)('pinned ones are named: %j', (pinned, said) => {
    const captures = pinned.map((isPinned) => capture(isPinned ? { pinned: true } : {}));
    expect(words(captures).pinned).toBe(said);
  });

  const good: [what: string, captures: Partial<Capture>[], words: string][] = [
    ['none', [{ tokens: {} }], ''],
    ['an expired one', [{ tokens: { id_token: until(-1) } }], ''],
    ['one', [{ tokens: { id_token: until(-1), access_token: until(57) } }], `1 token is still good, until ${at(57)}.`],
    [
      'some',
      [{ tokens: { id_token: until(5), access_token: until(57) } }, { tokens: { access_token: until(9) } }],
      `3 tokens are still good, the last until ${at(57)}.`,
    ],
    [
      'one without an end',
      [{ tokens: { access_token: until(57), refresh_token: 'opaque' } }],
      `1 token is still good, until ${at(57)}, and 1 more whose end cannot be read.`,
    ],
    ['only such', [{ tokens: { refresh_token: 'opaque' } }], '1 token whose end cannot be read may still be good.'],
    [
      'a dead refresh token',
      [{ tokens: { refresh_token: 'opaque' }, deadRefreshToken: { at: now, why: 'invalid_grant' } }],
      '',
    ],
    ['a revoked one', [{ tokens: { access_token: until(57) }, deadAccessToken: { at: now } }], ''],
  ];

  test.each(good)('what is still good is named: %s', (_what, captures, said) => {
    expect(words(captures.map((changes) => capture(changes))).tokens).toBe(said);
  });
});

test('afterwards it is said that they are gone', () => {
  expect([1, 3, 1200].map(forgottenWords)).toEqual([
    'The capture was forgotten.',
    '3 captures were forgotten.',
    '1,200 captures were forgotten.',
  ]);
});

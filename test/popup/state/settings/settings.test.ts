import { describe, expect, test } from 'vitest';
import { clearChoices, freshChoices, graceChoices } from '../../../../popup/state/settings/settings-choices.ts';
import { forgottenWords } from '../../../../popup/state/settings/settings-forget.ts';
import { grantState, needed, settingGrants, withoutGrant } from '../../../../popup/state/settings/settings-grants.ts';
import { defaultSettings } from '../../../../src/protocol/records.ts';

describe('what can be chosen', () => {
  test('holds what is set at first', () => {
    const { freshMinutes, graceMinutes, clearClipboardAfter } = defaultSettings;
    expect(freshChoices(freshMinutes).map(([value]) => value)).toEqual([1, 2, 5, 10, 15, 30]);
    expect(graceChoices(graceMinutes).map(([value]) => value)).toEqual([0, 15, 60, 480, null]);
    expect(clearChoices(clearClipboardAfter).map(([value]) => value)).toEqual([0, 30, 60, 120]);
  });

  test('holds what else stands in the store, in its place', () => {
    expect(freshChoices(7).slice(2, 4)).toEqual([
      [5, '5 min'],
      [7, '7 min'],
    ]);
    expect(graceChoices(600).map(([value]) => value)).toEqual([0, 15, 60, 480, 600, null]);
    expect(clearChoices(45)[2]).toEqual([45, '45 s after a token was copied']);
  });

  test('has other words for each', () => {
    for (const choices of [freshChoices(5), graceChoices(480), clearChoices(0)]) {
      expect(new Set(choices.map(([, words]) => words)).size).toBe(choices.length);
    }
  });
});

describe('a permission that settings count on', () => {
  const on = { ...defaultSettings, purgeOnLock: true, clearClipboardAfter: 60 };

  test.each(settingGrants)('%s is granted, will be asked for, was taken back, or is not needed', (name) => {
    expect(grantState(name, true, on)).toBe('granted');
    expect(grantState(name, false, defaultSettings)).toBe('will_ask');
    expect(grantState(name, false, on)).toBe('taken_back');
    expect(grantState(name, false, { ...on, ...withoutGrant(name) })).toBe('will_ask');
  });

  test('is not needed where nothing that was chosen makes use of it', () => {
    const needs = settingGrants.map((name) => grantState(name, true, defaultSettings));
    expect(needs).toEqual(['unneeded', 'granted', 'unneeded']);
  });

  test('that is given back turns off what cannot work without it, and nothing else', () => {
    expect({ ...on, ...withoutGrant('idle') }).toEqual({ ...on, purgeOnLock: false });
    for (const name of needed.clearing) expect(withoutGrant(name)).toEqual({ clearClipboardAfter: 0 });
  });
});

test.each([
  [
    0,
    0,
    'These go from memory: all captures (there are none), client secrets held in memory, the documents of issuers, the list of what was sent, and notices.',
  ],
  [
    1,
    1,
    'These go from memory: 1 capture with its tokens, checks and userInfo answer, 1 login under way, client secrets held in memory, the documents of issuers, the list of what was sent, and notices.',
  ],
  [
    3,
    2,
    'These go from memory: 3 captures with their tokens, checks and userInfo answers, 2 logins under way, client secrets held in memory, the documents of issuers, the list of what was sent, and notices.',
  ],
])('“Forget everything” names what goes: %i captures and %i logins', (captures, logins, words) => {
  expect(forgottenWords(captures, logins)).toBe(words);
});

import { describe, expect, test } from 'vitest';
import { notRemovedWords, stillSyncedWords, syncWords } from '../../../../popup/state/profile/profile-sync-words.ts';
import { now } from '../../../support/records.ts';

const fine = { at: now, tooLarge: [], noRoom: [], unreadable: 0 };

describe('the words of the last sync', () => {
  test('are none where all went well, or nothing is synced', () => {
    expect(syncWords(undefined)).toBeUndefined();
    expect(syncWords(fine)).toBeUndefined();
  });
  test.each([
    [
      { tooLarge: ['a\u202E', 'b'] },
      'Not synced, as the browser takes 8 KB for one profile at most: “a⟨U+202E⟩”, “b”. Shorten it, or share it as a file.',
    ],
    [
      { noRoom: ['a'] },
      'Not synced, as the browser takes 100 KB in all: “a”. Delete profiles, or share these as a file.',
    ],
    [
      { unreadable: 1 },
      'One profile of another device cannot be read here; nothing was changed there. Update Claimcheck on this device.',
    ],
    [{ problem: 'quota.' }, 'The browser did not take the profiles: quota. It is tried again with the next change.'],
  ])('say what could not be done: %j', (over, text) => {
    expect(syncWords({ ...fine, ...over })).toEqual({ tone: 'warn', text });
  });
});

test('what is still in the account is counted, and why it could not be removed is said', () => {
  expect(stillSyncedWords(1)).toBe(
    'Nothing more goes to the account. One profile that went there before is still in it.',
  );
  expect(stillSyncedWords(3)).toContain('3 profiles that went there before are');
  expect(notRemovedWords(new Error('quota.'))).toBe('The browser did not remove them: quota. Try again later.');
});

import { describe, expect, test } from 'vitest';
import { listedCaptures } from '../../../../popup/state/history/listed.ts';
import { nextCapture } from '../../../../popup/state/history/next-capture.ts';
import { withPin } from '../../../../popup/state/history/pin.ts';
import { rememberLines } from '../../../../popup/state/history/remember-lines.ts';
import { searchWords } from '../../../../popup/state/history/search-words.ts';
import { shareOf, shownLines } from '../../../../popup/state/history/shown-lines.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

const held = ['a', 'b', 'c', 'd'].map((id) => capture({ id }));
const ids = (captures: { id: string }[]) => captures.map(({ id }) => id).join('');

const shown: [what: string, most: number, current: string | undefined, lines: string, left: number][] = [
  ['as many as there is room for', 2, undefined, 'ab', 2],
  ['the one that is open too', 2, 'd', 'abd', 1],
  ['one that is open among them once', 2, 'b', 'ab', 2],
  ['all where there is room', 9, 'd', 'abcd', 0],
];

test.each(shown)('a list shows %s', (_what, most, current, lines, left) => {
  const result = shownLines(held, most, current);
  expect([ids(result.shown), result.left]).toEqual([lines, left]);
});

test('the first lines are shared by the lists, and each has one', () => {
  expect([0, 1, 2, 7, 500].map(shareOf)).toEqual([40, 40, 20, 5, 1]);
});

const next: [what: string, gone: string, current: string | undefined, id: string | undefined][] = [
  ['the next below', 'b', 'b', 'c'],
  ['the next below that stays', 'bc', 'b', 'd'],
  ['the one above, of the last', 'd', 'd', 'c'],
  ['what is in front, where that stays', 'acd', 'b', 'b'],
  ['the first that stays, where nothing was in front', 'a', undefined, 'b'],
  ['nothing, where all are gone', 'abcd', 'b', undefined],
];

test.each(next)('after captures were forgotten comes %s', (_what, gone, current, id) => {
  expect(nextCapture(held, new Set(gone), current)?.id).toBe(id);
});

test('the list goes by profile, with those of frames behind', () => {
  const captures = [
    capture({ id: 'a', frame: 'sub' }),
    capture({ id: 'b', profileId: 'p2' }),
    capture({ id: 'c' }),
    capture({ id: 'd', profileId: 'p2' }),
  ];
  expect(ids(listedCaptures(captures, [profile()]))).toBe('cabd');
});

describe('a pin', () => {
  test('is set and taken out, and leaves all others as they are', () => {
    const pinned = withPin(held, 'b', true);
    expect(pinned.map((one) => one.pinned)).toEqual([undefined, true, undefined, undefined]);
    const freed = withPin(pinned, 'b', false);
    expect(freed).toEqual(held);
    expect(freed[1] && 'pinned' in freed[1]).toBe(false);
  });
});

test('a line is read once a minute, and again for another capture or profile', () => {
  const lineOf = rememberLines();
  const tokens = { access_token: token({ sub: 'ada', exp: now / 1000 + 3600 }) };
  const one = capture({ tokens, judgedAt: now });
  const line = lineOf(one, profile(), now);
  const sameProfile = profile();
  const first = lineOf(one, sameProfile, now);
  expect(first).not.toBe(line);
  expect(lineOf(one, sameProfile, now + 1000)).toBe(first);
  expect(lineOf(one, sameProfile, now + 60_000).state).not.toBe(first.state);
  expect(lineOf({ ...one }, sameProfile, now + 60_000)).not.toBe(first);
});

const words: [found: number, of: number, unread: number, words: string][] = [
  [3, 1000, 0, '3 of 1,000 captures match'],
  [1, 6, 0, '1 of 6 captures matches'],
  [1, 1, 0, '1 of 1 capture matches'],
  [3, 1000, 20, 'Looking through 1,000 captures…'],
];

test.each(words)('a search that has found %i of %i with %i unread', (found, of, unread, said) => {
  expect(searchWords(found, of, unread)).toBe(said);
});

import { describe, expect, test } from 'vitest';
import { groupByProfile } from '../../../../popup/state/capture/capture-line.ts';
import { howWords } from '../../../../popup/state/capture/how-captured.ts';
import { keptWords } from '../../../../popup/state/capture/kept-words.ts';
import { capturesApart, isPrivateCapture, selectedCapture } from '../../../../popup/state/capture/selected-capture.ts';
import { emptyWords, shownCaptures } from '../../../../popup/state/capture/shown-captures.ts';
import { clockTime } from '../../../../popup/state/time-words.ts';
import type { World } from '../../../../popup/state/world.ts';
import { defaultSettings } from '../../../../src/protocol/records.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

const ordinary = capture({ id: 'ordinary' });
const hidden = capture({ id: 'hidden' });
const stored = { captures: [ordinary], privateCaptures: [hidden] };
const inNormal: World = { ...stored, where: { isPrivate: false, canIntercept: true, keepsRedirects: true } };
const inPrivate: World = {
  ...stored,
  where: { isPrivate: true, windowId: 7, canIntercept: true, keepsRedirects: true },
};

describe('captures of private windows', () => {
  test('are alone in a private window, and apart in a normal one', () => {
    expect([shownCaptures(inPrivate), capturesApart(inPrivate)]).toEqual([[hidden], []]);
    expect([shownCaptures(inNormal), capturesApart(inNormal)]).toEqual([[ordinary], [hidden]]);
  });

  test('nothing is shown before it is known which window this is', () => {
    expect(shownCaptures(stored)).toBeUndefined();
    expect(capturesApart(stored)).toEqual([]);
    expect(selectedCapture(stored, 'hidden')).toBeUndefined();
  });

  test('are opened by their id from a normal window, and not the other way round', () => {
    expect(selectedCapture(inNormal, 'hidden')?.id).toBe('hidden');
    expect(selectedCapture(inPrivate, 'ordinary')?.id).toBe('hidden');
  });

  test('are not what a normal window opens by itself while it has others', () => {
    expect(selectedCapture(inNormal, '')?.id).toBe('ordinary');
    expect(selectedCapture({ ...inNormal, captures: [] }, '')?.id).toBe('hidden');
  });

  test('are known as such', () => {
    expect([isPrivateCapture(inNormal, hidden), isPrivateCapture(inNormal, ordinary)]).toEqual([true, false]);
  });
});

describe('until when a capture is kept', () => {
  const end = now + 60 * 60_000;
  const held = capture({ tokens: { access_token: token({ exp: end / 1000 }) } });
  const words = (isPrivate: boolean, graceMinutes?: number | null) =>
    keptWords(held, { isPrivate, now, settings: graceMinutes === undefined ? undefined : { graceMinutes } });
  const at = (moment: number) => clockTime(moment, now, 'minutes');

  test('is told by the clock: after its tokens and the time that Settings name', () => {
    expect(words(false, 15)).toBe(
      `In memory only. Forgotten at ${at(end + 15 * 60_000)}, sooner if the browser closes.`,
    );
    expect(words(false)).toContain(at(end + (defaultSettings.graceMinutes ?? 0) * 60_000));
  });

  test('is with the browser where nothing goes by itself', () => {
    expect(words(false, null)).toBe('In memory only. Forgotten when the browser closes.');
  });

  test('is with the browser for a pinned one, or with a lock where Settings say so', () => {
    const pinned = capture({ pinned: true });
    const kept = (isPrivate: boolean, purgeOnLock: boolean) =>
      keptWords(pinned, { isPrivate, now, settings: { purgeOnLock } });
    expect(kept(false, false)).toBe('In memory only. Pinned: it stays until the browser closes.');
    expect(kept(true, true)).toBe(
      'In memory only. Pinned: it stays until the last private window closes or the screen is locked.',
    );
  });

  test('is with the last private window at the latest, for one of those', () => {
    expect(words(true, null)).toBe('In memory only. Forgotten with the last private window.');
    expect(words(true, 0)).toBe(`In memory only. Forgotten at ${at(end)}, sooner if the last private window closes.`);
  });
});

test('where nothing is captured yet, a private window says why others are missing', () => {
  expect(emptyWords(inPrivate)).toBe(
    'Nothing captured yet. Captures of other windows are not shown here. Sign in, and it appears here.',
  );
  expect(emptyWords({ ...inNormal, canWatch: false })).toBe('Nothing captured yet.');
});

test('a profile’s answers in frames stand apart from its others, in its own group', () => {
  const captures = [
    capture({ id: '4', frame: 'sub' }),
    capture({ id: '3', profileId: 'gone' }),
    capture({ id: '2' }),
    capture({ id: '1', frame: 'sub' }),
  ];
  const ids = (own: { id: string }[]) => own.map(({ id }) => id);
  expect(
    groupByProfile(captures, [profile()]).map((group) => [group.name, ids(group.captures), ids(group.framed)]),
  ).toEqual([
    ['demo', ['2'], ['4', '1']],
    ['Deleted profile', ['3'], []],
  ]);
});

test.each([
  [capture(), 'from the fragment of'],
  [capture({ intercepted: true }), 'kept from the app, from the fragment of'],
  [capture({ frame: 'sub' }), 'in a frame, from the fragment of'],
  [
    capture({ frame: 'sub', startedHere: false, source: 'query' }),
    'in a frame, from a login that was not started here, in the query of',
  ],
  [capture({ intercepted: true, source: 'form_post' }), 'kept from the app, from the form sent to'],
])('how an answer was found ($source, frame $frame)', (one, words) => {
  expect(howWords(one)).toBe(words);
});

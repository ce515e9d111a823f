import { describe, expect, test } from 'vitest';
import { groupByProfile } from '../../popup/state/capture-line.ts';
import { howWords } from '../../popup/state/how-captured.ts';
import { keptWords } from '../../popup/state/kept-words.ts';
import { capturesApart, isPrivateCapture, selectedCapture } from '../../popup/state/selected-capture.ts';
import { emptyWords, shownCaptures } from '../../popup/state/shown-captures.ts';
import type { World } from '../../popup/state/world.ts';
import { capture, profile } from '../support/records.ts';

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

  test('are known as such, and said to go with the last private window', () => {
    expect([isPrivateCapture(inNormal, hidden), isPrivateCapture(inNormal, ordinary)]).toEqual([true, false]);
    expect(keptWords(true)).toBe('In memory only. Forgotten with the last private window.');
    expect(keptWords(false)).toBe('In memory only. Forgotten when the browser closes.');
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

import { expect, test } from 'vitest';
import { forgetCaptures, forgetPrivate } from '../../../src/actions/forget.ts';
import { capture, login, session } from '../../support/records.ts';

test('a forgotten capture leaves nothing of itself behind, the others stay', () => {
  const sighting = { tabId: 1, frameId: 0, kind: 'committed', at: 1 };
  const chore = { kind: 'show', tabId: 1, at: 1 } as const;
  const records = session({
    captures: [capture(), capture({ id: 'c2' })],
    privateCaptures: [capture({ id: 'c3' })],
    logins: [login()],
    sightings: { c1: sighting, c2: sighting, c3: sighting },
    chores: [
      { ...chore, captureId: 'c1' },
      { ...chore, captureId: 'c2' },
    ],
  });
  expect(forgetCaptures(records, ['c1', 'c3', 'unknown'])).toEqual(
    session({
      captures: [capture({ id: 'c2' })],
      logins: [login()],
      sightings: { c2: sighting },
      chores: [{ ...chore, captureId: 'c2' }],
    }),
  );
});

const past = { state: 'a', profileId: 'p1', why: 'used', at: 1 } as const;

test('with the last private window everything of private windows goes, and nothing else', () => {
  const records = session({
    captures: [capture()],
    privateCaptures: [capture({ id: 'c2' })],
    logins: [login(), login({ state: 'private', isPrivate: true })],
    pastStates: [past, { ...past, state: 'private', isPrivate: true }],
  });
  expect(forgetPrivate(records)).toEqual(session({ captures: [capture()], logins: [login()], pastStates: [past] }));
  const without = session({ captures: [capture()], logins: [login()] });
  expect(forgetPrivate(without)).toBe(without);
  expect(forgetPrivate({ ...without, pastStates: [{ ...past, isPrivate: true }] })).toEqual({
    ...without,
    pastStates: [],
  });
});

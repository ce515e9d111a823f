import { expect, test } from 'vitest';
import { findDue, withoutDue } from '../../../src/actions/purge.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { capture, login, now, session, token } from '../../support/records.ts';

const seconds = now / 1000;
const came = { capturedAt: now - 7_200_000 };
/** A capture of two hours ago whose tokens expire this many seconds from now. */
const ending = (id: string, inSeconds: number, over: Partial<Capture> = {}) =>
  capture({ ...came, id, tokens: { access_token: token({ exp: seconds + inSeconds }) }, ...over });

test('a capture goes when its grace is over, not a moment before', () => {
  const when = (graceMinutes: number) => ({ graceMinutes, now });
  const at = (inSeconds: number) => ({ captures: [ending('a', inSeconds)], privateCaptures: [] });
  expect(findDue(at(0), when(0))).toEqual({ ids: ['a'], next: undefined });
  expect(findDue(at(1), when(0))).toEqual({ ids: [], next: now + 1000 });
  expect(findDue(at(-899), when(15))).toEqual({ ids: [], next: now + 1000 });
  expect(findDue(at(-900), when(15))).toEqual({ ids: ['a'], next: undefined });
});

test('of several that stay the first to go says when to look again, in whichever window', () => {
  const lists = {
    captures: [ending('a', 60), ending('b', -60)],
    privateCaptures: [ending('c', 30), ending('d', -1)],
  };
  expect(findDue(lists, { graceMinutes: 0, now })).toEqual({ ids: ['b', 'd'], next: now + 30_000 });
});

test('what cannot be over yet is looked at again when it may be', () => {
  const lists = {
    captures: [capture({ tokens: { access_token: token({ exp: seconds + 3600 }) } })],
    privateCaptures: [],
  };
  expect(findDue(lists, { graceMinutes: 480, now })).toEqual({ ids: [], next: now + 480 * 60_000 });
});

test('nothing goes by itself where captures are kept until the browser closes', () => {
  const lists = { captures: [ending('a', -1e6)], privateCaptures: [] };
  expect(findDue(lists, { graceMinutes: null, now })).toEqual({ ids: [], next: undefined });
});

test('a pinned capture stays and wakes nobody', () => {
  const lists = { captures: [ending('a', -60, { pinned: true })], privateCaptures: [] };
  expect(findDue(lists, { graceMinutes: 0, now })).toEqual({ ids: [], next: undefined });
});

test.each([
  ['to the token endpoint', { tokenCall: { grant: 'refresh_token', sentAt: now } }],
  ['to userInfo', { userinfoSentAt: now }],
] as const)('a capture with a call under way %s waits for it', (_, over) => {
  const lists = { captures: [ending('a', -60, over)], privateCaptures: [] };
  expect(findDue(lists, { graceMinutes: 0, now })).toEqual({ ids: [], next: now + 60_000 });
});

test('with a capture goes what was kept about it', () => {
  const sighting = { tabId: 1, frameId: 0, kind: 'committed', at: 1 };
  const records = session({
    captures: [ending('a', -60), ending('b', 60)],
    logins: [login()],
    sightings: { a: sighting, b: sighting },
    chores: [{ kind: 'show', captureId: 'a', tabId: 1, at: 1 }],
  });
  expect(withoutDue(records, { graceMinutes: 0, now })).toEqual(
    session({ captures: [ending('b', 60)], logins: [login()], sightings: { b: sighting } }),
  );
  const kept = session({ captures: [ending('b', 60)] });
  expect(withoutDue(kept, { graceMinutes: 0, now })).toBe(kept);
});

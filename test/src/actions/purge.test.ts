import { expect, test } from 'vitest';
import { findDue, withoutDue } from '../../../src/actions/purge.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { codeCapture, codeLogin } from '../../support/code-login.ts';
import { capture, login, now, session, token } from '../../support/records.ts';

const seconds = now / 1000;
const came = { capturedAt: now - 7_200_000 };
/** A capture of two hours ago whose tokens expire this many seconds from now. */
const ending = (id: string, inSeconds: number, over: Partial<Capture> = {}) =>
  capture({ ...came, id, tokens: { access_token: token({ exp: seconds + inSeconds }) }, ...over });

test('a capture goes when its grace is over, not a moment before', () => {
  const when = (graceMinutes: number) => ({ graceMinutes, now });
  const at = (inSeconds: number) => session({ captures: [ending('a', inSeconds)] });
  expect(findDue(at(0), when(0))).toEqual({ ids: ['a'], next: undefined });
  expect(findDue(at(1), when(0))).toEqual({ ids: [], next: now + 1000 });
  expect(findDue(at(-899), when(15))).toEqual({ ids: [], next: now + 1000 });
  expect(findDue(at(-900), when(15))).toEqual({ ids: ['a'], next: undefined });
});

test('of several that stay the first to go says when to look again, in whichever window', () => {
  const lists = session({
    captures: [ending('a', 60), ending('b', -60)],
    privateCaptures: [ending('c', 30), ending('d', -1)],
  });
  expect(findDue(lists, { graceMinutes: 0, now })).toEqual({ ids: ['b', 'd'], next: now + 30_000 });
});

test('what cannot be over yet is looked at again when it may be', () => {
  const lists = session({ captures: [capture({ tokens: { access_token: token({ exp: seconds + 3600 }) } })] });
  expect(findDue(lists, { graceMinutes: 480, now })).toEqual({ ids: [], next: now + 480 * 60_000 });
});

test('nothing goes by itself where captures are kept until the browser closes', () => {
  const lists = session({ captures: [ending('a', -1e6)] });
  expect(findDue(lists, { graceMinutes: null, now })).toEqual({ ids: [], next: undefined });
});

test('a pinned capture stays and wakes nobody', () => {
  const lists = session({ captures: [ending('a', -60, { pinned: true })] });
  expect(findDue(lists, { graceMinutes: 0, now })).toEqual({ ids: [], next: undefined });
});

test.each([
  ['to the token endpoint', { tokenCall: { grant: 'refresh_token', sentAt: now } }],
  ['to userInfo', { userinfoSentAt: now }],
] as const)('a capture with a call under way %s waits for it', (_, over) => {
  const lists = session({ captures: [ending('a', -60, over)] });
  expect(findDue(lists, { graceMinutes: 0, now })).toEqual({ ids: [], next: now + 60_000 });
});

test('a capture whose code may still be exchanged waits for it, as long as its login may take', () => {
  const old = { capturedAt: now - 7_200_000, tokens: { access_token: token({ exp: seconds - 60 }) } };
  const waiting = codeCapture({ ...old, judgedAt: now });
  const when = { graceMinutes: 0, now };
  const started = { startedAt: now - 599_999 };
  expect(findDue(session({ captures: [waiting], logins: [codeLogin(started)] }), when)).toEqual({
    ids: [],
    next: now + 60_000,
  });
  for (const logins of [[], [codeLogin({ state: 'another' })], [codeLogin({ startedAt: now - 600_000 })]]) {
    expect(findDue(session({ captures: [waiting], logins }), when).ids).toEqual(['c1']);
  }
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

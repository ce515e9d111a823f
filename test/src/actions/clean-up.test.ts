import { describe, expect, test } from 'vitest';
import { type CleanUpWorld, cleanUp } from '../../../src/actions/clean-up.ts';
import { holdsAnswer } from '../../../src/capture/holds-answer.ts';
import { matchArrival } from '../../../src/capture/take-in.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { capture, now, profile } from '../../support/records.ts';

function world(over: Partial<CleanUpWorld> = {}, captured: Partial<Capture> = {}) {
  let held: Capture = capture(captured);
  const deleted: string[] = [];
  const own: CleanUpWorld = {
    findCapture: async (id) => (id === held.id ? held : undefined),
    changeCapture: async (_, change) => {
      held = change(held);
    },
    visitedSince: async () => ['https://app.example/#access_token=a', 'https://app.example/'],
    isVisited: async () => false,
    deleteVisits: async (url) => void deleted.push(url),
    deleteVisitsMade: async (url, from, to) => void deleted.push(`${url} from ${from} to ${to}`),
    holdsAnswer: async (url) => url.endsWith('=a'),
    tabOf: async () => 7,
    leaveAnswer: async () => true,
    now: () => now,
    ...over,
  };
  return { own, deleted, kinds: () => held.events.map(({ kind }) => kind) };
}

describe('the history', () => {
  test('loses the addresses that hold the answer, and no other', async () => {
    const { own, deleted, kinds } = world();
    expect(await cleanUp('c1', 'history', own)).toEqual({ ok: true });
    expect(deleted).toEqual(['https://app.example/#access_token=a']);
    expect(kinds()).toEqual(['history_deleted']);
  });
  test('loses what took the place of the answer in the address: Chromium notes with it the address it was made from', async () => {
    const { own, deleted } = world({}, { events: [{ at: now, kind: 'address_cleaned' }] });
    await cleanUp('c1', 'history', own);
    expect(deleted).toEqual([
      'https://app.example/#access_token=a',
      `${capture().callback} from ${now - 10_000} to ${now + 2000}`,
    ]);
  });
  test('loses what each of two cleanings of the address has left', async () => {
    const cleaned = [now, now + 60_000].map((at) => ({ at, kind: 'address_cleaned' }));
    const { own, deleted } = world({}, { events: cleaned });
    await cleanUp('c1', 'history', own);
    expect(deleted.slice(1)).toEqual(
      cleaned.map(({ at }) => `${capture().callback} from ${at - 10_000} to ${at + 2000}`),
    );
  });
  test('that does not hold it says so', async () => {
    const { own, kinds } = world({ visitedSince: async () => [] });
    expect(await cleanUp('c1', 'history', own)).toEqual({ ok: true });
    expect(kinds()).toEqual(['history_not_found']);
  });
  test('is not touched where the browser does not let us', async () => {
    const { own, kinds } = world({ visitedSince: async () => undefined });
    expect(await cleanUp('c1', 'history', own)).toEqual({
      ok: false,
      reason: expect.stringContaining('does not let Claimcheck'),
    });
    expect(kinds()).toEqual([]);
  });
  test('is looked through from a minute before the capture', async () => {
    const since: number[] = [];
    const { own } = world({
      visitedSince: async (at) => {
        since.push(at);
        return [];
      },
    });
    await cleanUp('c1', 'history', own);
    expect(since).toEqual([now - 60_000]);
  });
});

describe('the history, after an intercepted answer,', () => {
  const address = 'http://localhost:3000/callback#access_token=a%20b&state=s';
  const intercepted: Partial<Capture> = {
    intercepted: true,
    callback: 'http://localhost:3000/callback',
    params: [
      ['access_token', ''],
      ['state', 's'],
    ],
    tokens: { access_token: 'a b' },
  };
  const onlyHidden: Partial<CleanUpWorld> = {
    visitedSince: async () => [],
    isVisited: async (url) => url === address,
  };

  test.each([
    ['by its exact address', address],
    ['by an address made from the answer', undefined],
  ])('loses what its list does not show, found %s', async (_, url) => {
    const { own, deleted, kinds } = world(onlyHidden, intercepted);
    expect(await cleanUp('c1', 'history', own, url)).toEqual({ ok: true });
    expect(deleted).toEqual([address]);
    expect(kinds()).toEqual(['history_deleted']);
  });
  test('that does not know the address says so', async () => {
    const { own, deleted, kinds } = world({ ...onlyHidden, isVisited: async () => false }, intercepted);
    await cleanUp('c1', 'history', own, address);
    expect(deleted).toEqual([]);
    expect(kinds()).toEqual(['history_not_found']);
  });
  test('is asked for no address where the browser does not let us', async () => {
    const { own, kinds } = world({ ...onlyHidden, visitedSince: async () => undefined }, intercepted);
    expect(await cleanUp('c1', 'history', own, address)).toMatchObject({ ok: false });
    expect(kinds()).toEqual([]);
  });
});

describe('the address of the tab', () => {
  test('is left for the callback alone', async () => {
    const asked: unknown[] = [];
    const { own, kinds } = world({
      leaveAnswer: async (...args) => {
        asked.push(args);
        return true;
      },
    });
    expect(await cleanUp('c1', 'address', own)).toEqual({ ok: true });
    expect(asked).toEqual([[7, 'http://localhost:3000/callback']]);
    expect(kinds()).toEqual(['address_cleaned']);
  });
  test('loses its own visit too where the history was cleaned before, in whichever order a person presses', async () => {
    const times = [now + 60_000, now + 60_300];
    const { own, deleted } = world(
      { now: () => times.shift() ?? now + 60_300 },
      { events: [{ at: now, kind: 'history_deleted' }] },
    );
    await cleanUp('c1', 'address', own);
    expect(deleted).toEqual([`${capture().callback} from ${now + 60_000} to ${now + 62_300}`]);
  });
  test('is left, and that is noted, where the history may not be changed any more', async () => {
    const deleteVisitsMade = () => Promise.reject(new Error('no permission'));
    const { own, kinds } = world({ deleteVisitsMade }, { events: [{ at: now, kind: 'history_deleted' }] });
    expect(await cleanUp('c1', 'address', own)).toEqual({ ok: true });
    expect(kinds()).toEqual(['history_deleted', 'address_cleaned']);
  });
  test('deletes nothing of the history where nobody asked for that', async () => {
    const { own, deleted } = world({}, { events: [{ at: now, kind: 'history_not_found' }] });
    await cleanUp('c1', 'address', own);
    expect(deleted).toEqual([]);
  });
  test.each([
    ['the page cannot be reached', { leaveAnswer: async () => false }],
    ['the tab is not known any more', { tabOf: async () => undefined }],
  ])('stays when %s, which is said', async (_, over) => {
    const { own, kinds } = world(over);
    expect(await cleanUp('c1', 'address', own)).toEqual({ ok: true });
    expect(kinds()).toEqual(['address_not_cleaned']);
  });
});

test('a capture that is gone is said', async () => {
  expect(await cleanUp('gone', 'history', world().own)).toMatchObject({ ok: false });
});

test('an address holds the answer of a capture when it would be the same capture', async () => {
  const url = 'http://localhost:3000/callback?app=1#access_token=a&state=s';
  const own = profile({ callback: 'http://localhost:3000/callback?app=1' });
  const arrival = { id: 'a', url, kind: 'committed' as const, tabId: 1, frameId: 0, at: now, refused: [] };
  const matched = await matchArrival(arrival, [own], { logins: [], captures: [], isPrivate: false });
  const held = capture({ id: matched?.id ?? '', callback: 'http://localhost:3000/callback?app=1' });
  const is = (address: string) => holdsAnswer(address, held);
  expect(await is(url)).toBe(true);
  expect(await is(url.replace('=a&', '=%61&'))).toBe(true);
  expect(await is(url.replace('=a&', '=b&'))).toBe(false);
  expect(await is('http://localhost:3000/callback?app=1')).toBe(false);
  expect(await is(url.replace('localhost', 'evil.example'))).toBe(false);
});

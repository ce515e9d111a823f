import { describe, expect, test } from 'vitest';
import { type Area, memoryArea } from '../../../src/platform/area.ts';
import { readSession, setWithRoom, updateSession } from '../../../src/store/session-records.ts';
import { capture, now, session } from '../../support/records.ts';

/** An area that takes so many characters of JSON and no more, as the browser's does. */
function smallArea(limit: number): Area {
  const inner = memoryArea();
  const fits = async (items: Record<string, unknown>) =>
    JSON.stringify({ ...(await inner.get(null)), ...items }).length <= limit;
  return {
    ...inner,
    async set(items) {
      if (!(await fits(items))) throw new Error('Session storage quota bytes exceeded. Values were not stored.');
      await inner.set(items);
    },
  };
}

const big = (id: string, over = {}) =>
  capture({ id, capturedAt: now + Number(id.slice(1)), tokens: { access_token: 'x'.repeat(90_000) }, ...over });
const ids = async (area: Area) => {
  const { captures, privateCaptures } = await readSession(area);
  return [...captures, ...privateCaptures].map(({ id }) => id);
};

/** Room for five big captures, filled with four, one of them pinned and one of a private window. */
async function filled(): Promise<Area> {
  const area = smallArea(500_000);
  const held = { captures: [big('c4'), big('c2'), big('c1', { pinned: true })], privateCaptures: [big('c3')] };
  await updateSession(area, () =>
    session({ ...held, sightings: { c2: { tabId: 1, frameId: 0, kind: 'before', at: 1 } } }),
  );
  return area;
}

describe('when there is no room for a new capture', () => {
  test('the oldest that are not pinned go, of whichever kind of window, and it is said how many', async () => {
    const area = await filled();
    const told: number[] = [];
    const tell = async (count: number) => void told.push(count);
    const add = (id: string) =>
      updateSession(area, (records) => ({ ...records, captures: [big(id), ...records.captures] }), { onEvicted: tell });
    await add('c5');
    expect(told).toEqual([]);
    await add('c6');
    expect(await ids(area)).toEqual(['c6', 'c5', 'c4', 'c1']);
    expect(told).toEqual([2]);
    expect((await readSession(area)).sightings).toEqual({});
  });
  test('a new capture never makes room for itself, and what was there stays when there is none to be made', async () => {
    const area = await filled();
    const huge = big('c9', { tokens: { access_token: 'x'.repeat(450_000) } });
    await expect(
      updateSession(area, (records) => ({ ...records, captures: [huge, ...records.captures] })),
    ).rejects.toThrow(/quota/);
    expect(await ids(area)).toEqual(['c4', 'c2', 'c1', 'c3']);
  });
});

test('what a write has just changed does not make room for itself', async () => {
  const area = await filled();
  const grown = (records: Awaited<ReturnType<typeof readSession>>) => ({
    ...records,
    captures: records.captures.map((one) =>
      one.id === 'c2' ? { ...one, userinfo: { status: 200, body: 'y'.repeat(180_000), at: now } } : one,
    ),
  });
  await updateSession(area, grown);
  expect(await ids(area)).toEqual(['c2', 'c1']);
});

test('a capture that a call is under way for stays, as its new tokens would be lost', async () => {
  const area = await filled();
  const tokenCall = { grant: 'refresh_token', sentAt: now } as const;
  await updateSession(area, (records) => ({
    ...records,
    captures: records.captures.map((one) => (one.id === 'c2' ? { ...one, tokenCall } : one)),
  }));
  await setWithRoom(area, { 'inbox:1': 'x'.repeat(150_000) }, undefined);
  expect(await ids(area)).toEqual(['c2', 'c1']);
});

test('an answer for the inbox makes room for itself', async () => {
  const area = await filled();
  const told: number[] = [];
  await setWithRoom(area, { 'inbox:1': 'x'.repeat(150_000) }, async (count) => void told.push(count));
  expect(await ids(area)).toEqual(['c4', 'c1']);
  expect(told).toEqual([2]);
  expect(await area.get('inbox:1')).toHaveProperty('inbox:1');
});

test('an error that is none of the memory is not taken for one', async () => {
  const broken = { ...memoryArea(), set: () => Promise.reject(new Error('Access denied')) };
  await expect(setWithRoom(broken, { a: 1 }, undefined)).rejects.toThrow('Access denied');
  await expect(updateSession(broken, () => session())).rejects.toThrow('Access denied');
});

test('what is emptied lies in memory no more, in the same write', async () => {
  const area = memoryArea({ 'inbox:1': 'answer' });
  await updateSession(area, (records) => ({ ...records, captures: [capture()] }), { emptied: ['inbox:1'] });
  expect(await area.get('inbox:1')).toEqual({ 'inbox:1': null });
});

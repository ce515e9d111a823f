import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { item, listItem } from '../../../src/store/item.ts';
import { updateSession } from '../../../src/store/session-records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { capture, login, profile } from '../../support/records.ts';

describe('a list of records', () => {
  test('loads what fits and names what does not', async () => {
    const broken = { id: 'p2', name: 'half a profile' };
    const { profiles } = createStores(memoryArea({ profiles: [profile(), broken, null] }), memoryArea());
    expect(await profiles.load()).toEqual({ records: [profile()], misfits: [broken, null] });
  });
  test.each([['text'], [7], [{ 0: profile() }], [null]])('a value that is no list is one misfit: %j', async (value) => {
    const { profiles } = createStores(memoryArea({ profiles: value }), memoryArea());
    expect(await profiles.load()).toEqual({ records: [], misfits: [value] });
  });
  test('what is wanted first is told before the rest of a long list is checked, a slice at a time', async () => {
    const stored = Array.from({ length: 120 }, (_, at) => (at === 60 ? { id: 'broken' } : capture({ id: `${at}` })));
    const { captures } = createStores(memoryArea(), memoryArea({ captures: stored }));
    const seen: string[] = [];
    const { records, misfits } = await captures.load({
      pick: (record) => ['7', 'broken'].includes((record as { id: string }).id),
      tell: (early) => void seen.push(`told ${early.map(({ id }) => id)}`),
      pause: async () => void seen.push('paused'),
    });
    expect(seen).toEqual(['told 7', 'paused', 'paused', 'paused']);
    expect(records).toEqual(stored.filter((_, at) => at !== 60));
    expect(misfits).toEqual([{ id: 'broken' }]);
  });
  test('a write sets misfits aside, and nothing is lost', async () => {
    const area = memoryArea({
      profiles: [{ id: 'broken' }, profile()],
      setAside: [{ key: 'profiles', record: 'earlier' }],
    });
    const { profiles } = createStores(area, memoryArea());
    await profiles.update((all) => [...all, profile({ id: 'p2' })]);
    expect(await area.get(null)).toEqual({
      profiles: [profile(), profile({ id: 'p2' })],
      setAside: [
        { key: 'profiles', record: 'earlier' },
        { key: 'profiles', record: { id: 'broken' } },
      ],
    });
  });
  test('members that a newer version wrote stay', async () => {
    const newer = { ...profile(), futureMember: { deep: 1 } };
    const area = memoryArea({ profiles: [newer] });
    await createStores(area, memoryArea()).profiles.update((all) => [...all]);
    expect((await area.get('profiles')).profiles).toEqual([newer]);
  });
  test('updates asked for at once all take effect', async () => {
    const list = listItem(memoryArea(), 'numbers', v.number());
    await Promise.all([1, 2, 3].map((number) => list.update((numbers) => [...numbers, number])));
    expect(await list.get()).toEqual([1, 2, 3]);
  });
});

describe('one value', () => {
  test('gives its default for nothing and for what does not fit', async () => {
    const area = memoryArea({ wrong: 'text' });
    expect(await item(area, 'missing', v.number(), 7).get()).toBe(7);
    expect(await item(area, 'wrong', v.number(), 7).get()).toBe(7);
  });
  test('that does not fit is set aside by the next change, and one that fits is not', async () => {
    const area = memoryArea({ one: { of: 'tomorrow' } });
    const one = item(area, 'one', v.optional(v.number()), 7);
    await one.update((value) => (value ?? 0) + 1);
    await one.update((value) => (value ?? 0) + 1);
    const setAside = [{ key: 'one', record: { of: 'tomorrow' } }];
    expect(await area.get(null)).toEqual({ one: 9, setAside });
    await area.set({ one: 'text' });
    await one.update(() => undefined);
    expect(await area.get(null)).toEqual({ setAside: [...setAside, { key: 'one', record: 'text' }] });
  });
  test('tells of its own changes alone, until the signal is aborted', async () => {
    const area = memoryArea();
    const controller = new AbortController();
    let calls = 0;
    const one = item(area, 'one', v.number(), 0);
    one.onChanged(() => (calls += 1), controller.signal);
    await area.set({ other: 1 });
    await one.set(1);
    expect(calls).toBe(1);
    controller.abort();
    await one.set(2);
    expect(calls).toBe(1);
  });
});

test('captures, logins and sightings change in one write', async () => {
  const area = memoryArea({ captures: [capture()], logins: [login()] });
  const writes: string[][] = [];
  area.onChanged((keys) => writes.push(keys));
  await updateSession(area, (records) => ({ ...records, captures: [], logins: [] }));
  expect(writes).toEqual([['captures', 'privateCaptures', 'logins', 'sightings', 'chores']]);
  await updateSession(area, (records) => records);
  expect(writes).toHaveLength(1);
});

test('a change that throws writes nothing and does not block the next one', async () => {
  const area = memoryArea({ captures: [capture()] });
  const failing = updateSession(area, () => {
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  const { captures } = await updateSession(area, (records) => ({ ...records }));
  expect(captures).toHaveLength(1);
});

import { expect, test } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createPause } from '../../../src/worker/pause.ts';
import { profile } from '../../support/records.ts';

function world(isPaused: boolean) {
  const stores = createStores(memoryArea({ profiles: [profile()] }), memoryArea({ paused: isPaused }));
  const done: string[] = [];
  const step = (name: string) => async () => void done.push(name);
  return { stores, done, step };
}

test('while it is paused no profile is watched for, afterwards all are', async () => {
  const { stores } = world(true);
  const pause = createPause(stores);
  expect(await pause.watched()).toEqual([]);
  await stores.paused.set(false);
  expect((await pause.watched()).map(({ id }) => id)).toEqual(['p1']);
});

test('a pause that comes while the profiles are read is not overtaken by them', async () => {
  const { stores } = world(false);
  const read = stores.allProfiles.get;
  stores.allProfiles.get = async () => {
    await stores.paused.set(true);
    return read();
  };
  expect(await createPause(stores).watched()).toEqual([]);
});

test('what a worker was started for is taken in, unless it is paused', async () => {
  for (const isPaused of [false, true]) {
    const { stores, done, step } = world(isPaused);
    await createPause(stores).unlessOn(step('taken in'));
    expect(done).toEqual(isPaused ? [] : ['taken in']);
  }
});

test('once it is known not to be paused, work begins in the same turn', async () => {
  const { stores, done, step } = world(false);
  const pause = createPause(stores);
  await pause.watched();
  void pause.unlessOn(step('begun'));
  expect(done).toEqual(['begun']);
});

test('a pause that comes later holds for what comes after it', async () => {
  const { stores, done, step } = world(false);
  const pause = createPause(stores);
  pause.onChanged(step('followed'));
  await stores.paused.set(true);
  await pause.watched();
  await pause.unlessOn(step('taken in'));
  expect(done).toEqual(['followed']);
});

test('a sign-in takes it back, and goes on once all is watched again', async () => {
  const { stores, done, step } = world(true);
  const pause = createPause(stores);
  pause.onChanged(async () => {
    expect(await stores.paused.get()).toBe(false);
    await new Promise((resolve) => setImmediate(resolve));
    await step('watched')();
  });
  await pause.takeBack();
  expect(done).toContain('watched');
  const before = done.length;
  await pause.takeBack();
  expect(done.length).toBe(before);
});

import { expect, test } from 'vitest';
import { createStart } from '../../../src/worker/start.ts';

function steps() {
  const done: string[] = [];
  const step = (name: string) => async () => void done.push(name);
  return { done, step };
}

const slow = (work: () => Promise<unknown>) => async () => {
  await new Promise((resolve) => setImmediate(resolve));
  await work();
};

test('what a service worker was started for is taken in before the filters are narrowed, the rest comes after', async () => {
  const start = createStart(false);
  const { done, step } = steps();
  const followed = start.follow(async () => {
    await start.isQuiet();
    await step('narrowed')();
  });
  const rested = new Promise<void>((resolve) => {
    start.takeIn(slow(step('taken in')), async () => {
      await step('rest')();
      resolve();
    });
  });
  await followed;
  await rested;
  expect(done).toEqual(['taken in', 'narrowed', 'rest']);
});

test('without an event the filters are narrowed all the same', async () => {
  const { done, step } = steps();
  await createStart(false).follow(step('narrowed'));
  expect(done).toEqual(['narrowed']);
});

test('an event page does not wait', async () => {
  const start = createStart(true);
  const { done, step } = steps();
  const followed = start.follow(step('narrowed'));
  setImmediate(() => done.push('a turn later'));
  await followed;
  expect(done).toEqual(['narrowed']);
});

test('an event that could not be taken in holds nothing up', async () => {
  const start = createStart(false);
  start.takeIn(
    () => Promise.reject(new Error('storage is gone')),
    async () => {},
  );
  await expect(start.isQuiet()).resolves.toBeUndefined();
});

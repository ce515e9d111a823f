import { expect, test } from 'vitest';
import { oneAtATime } from '../../../src/worker/one-at-a-time.ts';

test('asked for while it runs, the work runs once more, and never twice at once', async () => {
  const ends: (() => void)[] = [];
  let underWay = 0;
  let most = 0;
  const ask = oneAtATime(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise<void>((resolve) => ends.push(resolve));
    underWay -= 1;
  });
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(third).toBe(second);
  ends[0]?.();
  await first;
  const fourth = ask();
  expect(fourth).toBe(second);
  await new Promise((resolve) => setImmediate(resolve));
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await second;
  expect(most).toBe(1);
  const fifth = ask();
  expect(ends).toHaveLength(3);
  ends[2]?.();
  await fifth;
});

test('a run that failed does not hold up the next', async () => {
  let runs = 0;
  const ask = oneAtATime(async () => {
    runs += 1;
    if (runs === 1) throw new Error('the first');
  });
  const first = ask();
  const second = ask();
  await expect(first).rejects.toThrow('the first');
  await second;
  expect(runs).toBe(2);
});

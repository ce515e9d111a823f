import { expect, test } from 'vitest';
import { pause } from '../../../popup/state/pause.ts';

test('a pause lets what waits have its turn', async () => {
  const order: string[] = [];
  const timer = new Promise<void>((resolve) => {
    setTimeout(() => {
      order.push('a timer');
      resolve();
    });
  });
  const isOver = () => order.includes('a timer');
  for (let paused = 0; !isOver() && paused < 100_000; paused += 1) await pause();
  order.push('the work');
  await timer;
  expect(order).toEqual(['a timer', 'the work']);
});

import { expect, test } from 'vitest';
import { waitUntil } from '../../tools/wait-until.mjs';

test('the first truthy answer is given', async () => {
  let looks = 0;
  expect(await waitUntil(() => (++looks === 3 ? 'there' : undefined), { interval: 1 })).toBe('there');
});

test('what was waited for in vain is named', async () => {
  await expect(waitUntil(() => false, { timeout: 5, interval: 1, what: 'Godot' })).rejects.toThrow(
    'Waited 5 ms for Godot',
  );
});

test('an error of the look ends the wait', async () => {
  await expect(waitUntil(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
});

import { expect, test } from 'vitest';
import { createTurns } from '../../../src/worker/turns.ts';

test('one piece of work comes after the other, whatever becomes of it', async () => {
  const { afterwards } = createTurns();
  const done: string[] = [];
  const first = afterwards(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done.push('first');
    throw new Error('the memory is full');
  });
  const second = afterwards(async () => done.push('second'));
  await expect(first).rejects.toThrow('the memory is full');
  await second;
  expect(done).toEqual(['first', 'second']);
});

test('all that is on its way to the inbox lies there first, what came while others waited too', async () => {
  const { arrives, hasArrived, afterwards } = createTurns();
  const inbox: string[] = [];
  const write = (what: string, turns: number) => async () => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    inbox.push(what);
  };
  arrives(write('slow', 5)());
  arrives(Promise.reject(new Error('would not be written')));
  const before = afterwards(async () => {
    arrives(write('late', 3)());
    return [...inbox];
  });
  const after = afterwards(async () => [...inbox]);
  expect(await before).toEqual(['slow']);
  expect(await after).toEqual(['slow', 'late']);
  arrives(write('last', 1)());
  await hasArrived();
  expect(inbox).toEqual(['slow', 'late', 'last']);
});

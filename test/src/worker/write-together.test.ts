import { expect, test } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { readSession, type SessionRecords, updateSession } from '../../../src/store/session-records.ts';
import { createWriteTogether } from '../../../src/worker/write-together.ts';
import { capture, session } from '../../support/records.ts';

const ids = ['c1', 'c2', 'c3', 'c4'];

/** Four captures, one of them private, in a memory that takes at most `room` pinned ones. */
function world({ room = 4 } = {}) {
  const [last = '', ...others] = ids.toReversed();
  const area = memoryArea(
    session({ captures: others.toReversed().map((id) => capture({ id })), privateCaptures: [capture({ id: last })] }),
  );
  const writes: string[] = [];
  const isPinned = ({ pinned }: { pinned?: boolean }) => pinned === true;
  const change = (changed: (records: SessionRecords) => SessionRecords) =>
    updateSession(area, (records) => {
      const after = changed(records);
      const pinned = [...after.captures, ...after.privateCaptures].filter(isPinned).map(({ id }) => id);
      if (pinned.length > room) throw new Error('quota');
      if (after !== records) writes.push(pinned.toSorted().join());
      return after;
    });
  const write = createWriteTogether(change);
  return {
    writes,
    pin: (id: string) => write(id, (one) => ({ ...one, pinned: true })),
    leave: (id: string) => write(id, (one) => one),
    pinned: async () => {
      const { captures, privateCaptures } = await readSession(area);
      return [...captures, ...privateCaptures].filter(isPinned).map(({ id }) => id);
    },
  };
}

test('what comes while one is being written is written in one go, of both kinds of windows', async () => {
  const own = world();
  await Promise.all(ids.map(own.pin));
  expect(own.writes).toEqual(['c1', 'c1,c2,c3,c4']);
  expect((await own.pinned()).toSorted()).toEqual(ids);
});

test('each is told once its own is written', async () => {
  const own = world();
  const first = own.pin('c1').then(own.pinned);
  const second = own.pin('c2').then(own.pinned);
  expect([await first, await second]).toEqual([['c1'], ['c1', 'c2']]);
  await own.pin('c3');
  expect(await own.pinned()).toEqual(['c1', 'c2', 'c3']);
});

test('what finds no room together finds it by itself, as far as there is some; the others are told', async () => {
  const own = world({ room: 2 });
  const outcomes = await Promise.allSettled(ids.map(own.pin));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect(await own.pinned()).toEqual(['c1', 'c2']);
  await own.leave('c3');
});

test('what changes nothing, and a capture that is gone, are not written', async () => {
  const own = world();
  await Promise.all([own.leave('c1'), own.leave('c2'), own.pin('gone')]);
  expect(own.writes).toEqual([]);
});

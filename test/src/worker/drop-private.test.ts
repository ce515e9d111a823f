import { expect, test } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import type { Fresh } from '../../../src/protocol/records.ts';
import { updateSession } from '../../../src/store/session-records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createDropPrivate } from '../../../src/worker/drop-private.ts';
import { capture, login, now, session } from '../../support/records.ts';

const fresh: Fresh = { profileId: 'p1', askedAt: now, step: 'ready', captureId: 'c1' };
const asPrivate = { isPrivate: true } as const;
const held = {
  captures: [capture()],
  privateCaptures: [capture({ id: 'p' })],
  logins: [login(), login({ state: 'private', ...asPrivate })],
};

async function drop(asked: Fresh, isOpen: boolean) {
  const area = memoryArea({ ...session(held), fresh: asked });
  const stores = createStores(memoryArea(), area);
  const world = { change: (changed: Parameters<typeof updateSession>[1]) => updateSession(area, changed) };
  await createDropPrivate({ stores, session: area }, { world, privateWindows: { note: async () => isOpen } })();
  return { fresh: await stores.fresh.get(), privateCaptures: await stores.privateCaptures.get(), stores };
}

test('with the last private window goes what was captured and asked for there, and nothing else', async () => {
  const gone = await drop({ ...fresh, ...asPrivate }, false);
  expect(gone).toMatchObject({ privateCaptures: [], fresh: undefined });
  expect(await gone.stores.captures.get()).toHaveLength(1);
  expect(await gone.stores.logins.get()).toEqual([login()]);
  expect((await drop(fresh, false)).fresh).toEqual(fresh);
});

test('as long as there is one, all of it stays', async () => {
  const { privateCaptures, fresh: left } = await drop({ ...fresh, ...asPrivate }, true);
  expect(privateCaptures).toHaveLength(1);
  expect(left).toEqual({ ...fresh, ...asPrivate });
});

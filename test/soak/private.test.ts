import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitUntil } from '../../tools/wait-until.mjs';
import { browsers } from '../e2e/support/browsers.ts';
import { callApi } from '../e2e/support/extension.ts';
import { whole } from '../support/whole.ts';
import { SoakWorld } from './support/soak-world.ts';

const windows = 5;

// a share of it is in test/e2e/private.test.ts
describe.skipIf(whole('soak', false, true)).each(browsers)('%s: private windows', (_, launch) => {
  const world = new SoakWorld();
  beforeAll(() => world.begin(launch, { allowPrivate: true }));
  afterAll(() => world.end());

  test('whatever came of many, with deaths between, goes with the last of them, though the worker is dead', async () => {
    const ids: number[] = [];
    const privately = async () => (await world.memory.read('session', ['privateCaptures'])).privateCaptures as object[];
    for (let place = 0; place < windows; place += 1) {
      const url = `${world.app.origin}/back/one#access_token=private-${place}&state=private-${place}`;
      const { id } = await callApi<{ id: number }>(world.driver, 'windows.create', { incognito: true, url });
      ids.push(id);
      await waitUntil(() => world.memory.holds(`private-${place}`), { what: 'the answer', timeout: 30_000 });
      await world.stop();
    }
    await world.appLogin('two');
    await world.settled();
    expect(await privately()).toHaveLength(windows);
    expect(await world.memory.captures()).toHaveLength(1);

    const last = ids.pop();
    for (const id of ids) await callApi(world.driver, 'windows.remove', id);
    await world.settled();
    expect(await privately()).toHaveLength(windows);
    await world.stop();
    await callApi(world.driver, 'windows.remove', last);
    await waitUntil(async () => (await privately()).length === 0, { what: 'all of it to go', timeout: 30_000 });
    expect(JSON.stringify(await world.memory.read('session', null))).not.toContain('private-');
    expect(JSON.stringify(await world.memory.read('local', null))).not.toContain('private-');
    expect(await world.memory.captures()).toHaveLength(1);
  });
});

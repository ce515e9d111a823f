import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureWith } from '../../tools/journey.mjs';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { browsers } from './support/browsers.ts';
import { takeAway } from './support/grants.ts';
import { ask, begin, captureOf, profileAt } from './support/login.ts';
import type { Watched } from './support/watched.ts';

const [[, launch] = []] = browsers;

let driver: Watched;
let provider: Provider;
const origins = ['http://127.0.0.1/*'];
beforeAll(async () => {
  provider = await serveOpenId();
  if (!launch) throw new Error('There is no browser to test in.');
  driver = await launch({ approved: { permissions: [], origins } });
});
afterAll(async () => {
  await driver?.close();
  await provider?.close();
});

test('a code waits for access to the host of its token endpoint, and is exchanged once it is allowed', async () => {
  const own = profileAt(provider);
  await begin(driver, own);
  provider.err('none');
  expect(await ask(driver, { type: 'signIn', profileId: own.id })).toMatchObject({ ok: true });
  const isWaiting = ({ kind }: { kind: string }) => kind === 'code_not_exchanged';
  const waiting = await captureWith(driver, ({ events }) => events.some(isWaiting), 'the code to wait');
  expect(waiting.events.at(-1)?.detail).toBe(
    'Access to 127.0.0.1 is not allowed yet, so the answer might not be readable. Allow it, and the code is exchanged.',
  );
  expect(provider.requests.map(({ path }) => path)).not.toContain('/token');
  await driver.requestPermissions({ permissions: [], origins });
  const done = await captureWith(driver, ({ tokenAnswer, judgedAt }) => tokenAnswer && judgedAt, 'the exchange');
  expect(done.tokenCalls).toMatchObject([{ status: 200, hadAccess: true }]);
  await takeAway(driver, { origins });
  expect(await ask(driver, { type: 'refresh', captureId: done.id })).toEqual({
    ok: false,
    reason: expect.stringContaining('is not allowed yet'),
  });
  expect(await ask(driver, { type: 'refresh', captureId: done.id, anyway: true })).toEqual({ ok: true });
  expect((await captureOf(driver, done.id)).tokenCalls.at(-1)).not.toHaveProperty('hadAccess');
  // this very host has now answered readably without
  expect(await ask(driver, { type: 'refresh', captureId: done.id })).toEqual({ ok: true });
});

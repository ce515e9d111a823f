import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { profile } from '../support/records.ts';
import { whole } from '../support/whole.ts';
import { browsersAlike } from './support/browsers.ts';
import { settled } from './support/visit.ts';
import type { Watched } from './support/watched.ts';

// Every other file of these tests relies on it: what the extension calls is seen, and what no profile names is told.
describe.each(browsersAlike)('%s: a browser that is watched', (name, launch) => {
  let known: Provider;
  let strange: Provider;
  beforeAll(async () => {
    known = await serveOpenId();
    strange = await serveOpenId();
  });
  afterAll(async () => {
    await known?.close();
    await strange?.close();
  });

  async function launchWith(variant: '-granted' | '-granted-webNavigation'): Promise<Watched> {
    const driver = await launch({ variant });
    const { issuer, endpoints } = known;
    const own = profile({ provider: 'oidc', issuer, endpoints, callback: `${issuer}/callback` });
    await driver.writeStorage('local', { profiles: [own], activeProfile: own.id });
    await settled(driver);
    return driver;
  }

  /** Asks as the worker does. */
  const ask = (driver: Watched, address: string, method = 'GET') =>
    driver.evaluateInBackground(
      async ([address, method]) => {
        const how = { method, credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' } as const;
        await fetch(address, method === 'POST' ? { ...how, body: new URLSearchParams({ a: 'b' }) } : how).catch(
          () => {},
        );
      },
      [address, method] as [string, string],
    );

  // with access to the hosts and without
  const variants = ['-granted', '-granted-webNavigation'] as const;
  const share = variants.filter((variant) => (variant === '-granted') === (name === 'Firefox'));
  test.each(whole('proofs', [...variants], share))('tells every call that is not of a profile, %s', async (variant) => {
    const driver = await launchWith(variant);
    await ask(driver, `${known.endpoints.userinfo}?of=mine`);
    expect(await driver.calls()).toEqual([{ method: 'GET', address: known.endpoints.userinfo }]);
    await ask(driver, known.endpoints.token, 'POST');
    await ask(driver, known.endpoints.token, 'GET');
    await ask(driver, `${known.issuer}/elsewhere`);
    await ask(driver, strange.endpoints.userinfo);
    await ask(driver, strange.endpoints.token, 'POST');
    await ask(driver, 'https://nobody.example/here?not=shown');
    const page = await driver.newTab(`${strange.origin}/page`);
    await page.evaluate((url) => fetch(url).then(() => {}), `${strange.origin}/keys`);
    const told = [
      `GET ${known.endpoints.token}`,
      `GET ${known.issuer}/elsewhere`,
      `GET ${strange.endpoints.userinfo}`,
      `POST ${strange.endpoints.token}`,
      'GET https://nobody.example/here',
    ];
    const error = await driver.close().catch((reason: Error) => reason);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message.split('\n').slice(1).sort()).toEqual(told.sort());
    expect(strange.requests.map(({ path }) => path)).toContain('/keys');
  });

  // every other file closes a browser that has nothing to tell
  test.runIf(whole('proofs', true, false))('has nothing to tell of calls that a profile names', async () => {
    const driver = await launchWith('-granted-webNavigation');
    await ask(driver, known.endpoints.userinfo);
    expect(await driver.calls()).toEqual([{ method: 'GET', address: known.endpoints.userinfo }]);
    await driver.close();
  });
});

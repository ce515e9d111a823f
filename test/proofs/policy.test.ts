import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Profile } from '../../src/protocol/records.ts';
import type { TestPage } from '../../tools/browsers/driver.ts';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { browsers, browsersAlike } from '../e2e/support/browsers.ts';
import { storedProfiles } from '../e2e/support/editor.ts';
import { begin, profileAt, signIn } from '../e2e/support/login.ts';
import { type PageServer, servePages } from '../e2e/support/page-server.ts';
import { answerAsApp } from '../e2e/support/provider.ts';
import { resultsOf } from '../e2e/support/verdicts.ts';
import { startAnew, visit } from '../e2e/support/visit.ts';
import type { Watched } from '../e2e/support/watched.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { profile } from '../support/records.ts';
import { noteFinding, whole } from '../support/whole.ts';
import { managedProfiles, writeManaged } from './support/policy/managed.ts';
import { policed, whyNoPolicy } from './support/policy/policed.ts';

const reason = whyNoPolicy();
if (reason) {
  process.stderr.write(`The proofs of managed policies are left out: ${reason}.\n`);
  noteFinding('proofs', { leftOut: `policy files: ${reason}` });
}

const variant = '-granted';
const distOf = (kind: string) => `dist/${kind}${variant}`;
const kindOf = (name: string) => (name === 'Chromium' ? 'chromium' : 'firefox');

describe.skipIf(reason).each(browsersAlike)('a policy file that %s reads', (name, launch) => {
  let app: PageServer;
  let provider: Provider;
  let policy: ReturnType<typeof policed>;
  let driver: Watched;
  let team: Profile;

  beforeAll(async () => {
    [app, provider] = await Promise.all([servePages(answerAsApp), serveOpenId()]);
    team = profileAt(provider, { id: 'team', name: 'The team’s' });
    const unknown = { ...team, id: 'unknown', provider: 'of a newer version' };
    const items = { profiles: [team, unknown, { ...team, name: 'The same id' }] };
    policy = policed(kindOf(name), distOf(kindOf(name)), items);
    driver = await launch({ variant });
    await begin(driver, profile({ id: 'own', name: 'My own', callback: `${app.origin}/callback` }));
    await untilKnown(driver);
    await startAnew(driver);
  });
  afterAll(async () => {
    await driver?.close();
    policy?.end();
    await provider?.close();
    await app?.close();
  });

  test('gives profiles that stand before the person’s own and that nobody can change', async () => {
    const page = await driver.openPage('page.html#profiles/team');
    await page.getByRole('heading', { name: team.name }).waitFor();
    await page.getByText('From your organisation, whose policy decides', { exact: false }).waitFor();
    expect(await namesIn(page)).toEqual([team.name, 'My own']);
    for (const verb of ['Save', 'Delete']) {
      expect(await page.getByRole('button', { name: verb, exact: true }).count(), verb).toBe(0);
    }
    expect(await areFieldsOff(page)).toBe(true);
    expect(await writeManaged(driver)).toBe('refused');
    // the own one has what this one lacks
    await page.goto(`${driver.origin}/page.html#profiles/own`);
    await page.getByRole('button', { name: 'Delete', exact: true }).waitFor();
    expect(await areFieldsOff(page)).toBe(false);
    await page.close();
  });

  test('a login with one is captured and its code exchanged, and it is not copied to what is stored', async () => {
    const capture = await signIn(driver, provider, team);
    expect(capture).toMatchObject({ profileId: 'team', startedHere: true });
    expect(capture.tokenCalls).toMatchObject([{ grant: 'authorization_code', status: 200 }]);
    expect(resultsOf(capture.verdicts, ['signature', 'state', 'nonce'])).not.toContain('fail');
    expect((await storedProfiles(driver)).map(({ id }) => id)).toEqual(['own']);
  });

  test('what of it does not fit is left out, and the popup says so, for the administrator', async () => {
    const popup = await driver.openPage('popup.html');
    await popup.getByText('2 profiles of your organisation’s policy are left out', { exact: false }).waitFor();
    await popup.getByText('Tell your administrator: 1 cannot be read', { exact: false }).waitFor();
    await popup.close();
  });
});

describe.skipIf(reason || !whole('proofs', true, false)).each(browsers)(
  'a policy file of the wrong shape in %s',
  (name, launch) => {
    let app: PageServer;
    let policy: ReturnType<typeof policed>;
    let driver: Watched;

    beforeAll(async () => {
      app = await servePages(answerAsApp);
      policy = policed(kindOf(name), distOf(kindOf(name)), { profiles: 'no list' });
      driver = await launch({ variant });
      const own = profile({ callback: `${app.origin}/callback`, provider: 'oidc' });
      await begin(driver, { ...own, endpoints: { authorization: `${app.origin}/authorize` } });
    });
    afterAll(async () => {
      await driver?.close();
      policy?.end();
      await app?.close();
    });

    test('breaks nothing: the person’s own profiles are there and capture', async () => {
      await visit(driver, `${app.origin}/callback#access_token=of-my-own&state=s`);
      const isIt = ({ tokens }: { tokens: { access_token?: string } }) => tokens.access_token === 'of-my-own';
      expect(await captureWith(driver, isIt, 'the capture')).toMatchObject({ profileId: 'p1' });
    });

    // Chromium drops by itself what its schema does not allow
    test.runIf(name === 'Firefox')('is said, for the administrator', async () => {
      const popup = await driver.openPage('popup.html');
      await popup.getByText('1 profile of your organisation’s policy is left out', { exact: false }).waitFor();
    });
  },
);

/** Chromium knows its policies a while after it has started. */
function untilKnown(driver: Watched): Promise<unknown> {
  return waitUntil(() => managedProfiles(driver), { what: 'the policy to be read', timeout: 20_000, interval: 200 });
}

function namesIn(page: TestPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('nav[aria-label=Profiles] li a')].map(({ textContent }) => textContent ?? ''),
  );
}

/** Whether every control in which something of the profile can be typed or chosen is out of use. */
function areFieldsOff(page: TestPage): Promise<boolean> {
  return page.evaluate(() =>
    [...document.querySelectorAll('form[aria-label=Profile] fieldset :is(input, select, textarea)')].every((one) =>
      one.matches(':disabled'),
    ),
  );
}

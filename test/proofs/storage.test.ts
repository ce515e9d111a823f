import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { notedErrors, noteErrors } from '../e2e/support/background-errors.ts';
import { browsersAlike } from '../e2e/support/browsers.ts';
import { openEditor, press } from '../e2e/support/editor.ts';
import { settled, startAnew, visit } from '../e2e/support/visit.ts';
import type { Watched } from '../e2e/support/watched.ts';
import { profile } from '../support/records.ts';
import { whole } from '../support/whole.ts';
import { noteProblems } from './support/hostile/look.ts';

const localKeys = ['settings', 'activeProfile', 'notices', 'held', 'keptSecrets', 'recording', 'hasPolicy', 'schema'];
const ofSync = ['syncBase', 'syncState', 'setAside'];
const sessionKeys = ['captures', 'privateCaptures', 'logins', 'sightings', 'chores', 'pastStates', 'inEffect', 'fresh'];
const ofPages = ['documents', 'clientSecrets', 'requests', 'paused', 'privateNotices', 'lookedAt', 'clipboard'];
const ofWindows = ['privateWindows', 'recordedSignIns', 'hasBegun', 'setAside', 'inbox:broken'];
const garbage = whole<[name: string, value: unknown][]>(
  'proofs',
  [
    ['a text', 'garbage'],
    ['null', null],
    ['a list', [null, 7, 'text', [], {}]],
    ['an object', { __proto__: null, constructor: 1, length: 3 }],
    ['a number', -1],
    ['much', 'x'.repeat(100_000)],
  ],
  [['a list', [null, 7, 'text', [], {}]]],
);

describe.each(browsersAlike)('%s: storage that is not as it should be', (_, launch) => {
  let driver: Watched;
  let own: Profile;

  beforeAll(async () => {
    const { issuer: _issuer, ...rest } = profile();
    own = { ...rest, provider: 'oidc', callback: `http://localhost:${await freePort()}/callback` };
    driver = await launch({ variant: '-granted' });
    await settled(driver);
  });
  afterAll(() => driver?.close());

  /** Everything on disk, as it lies there. */
  const disk = async () => JSON.stringify(await driver.readStorage('local', null));
  const textOf = (page: TestPage) => page.evaluate(() => document.body.textContent ?? '');
  const says = (page: TestPage, words: string) =>
    waitUntil(async () => (await textOf(page)).includes(words), { what: `the page to say ${words}` });

  /** A login comes back. */
  async function comes(access: string): Promise<Capture> {
    await visit(driver, `${own.callback}#access_token=${access}&state=s`);
    // what lay there may be no list of captures until this one is added
    const isAdded = async () => JSON.stringify(await driver.readStorage('session', 'captures')).includes(access);
    await waitUntil(isAdded, { what: `${access} to be captured` });
    return captureWith(driver, ({ tokens, judgedAt }) => tokens.access_token === access && judgedAt, access);
  }

  describe('what a newer version wrote', () => {
    const future = () => ({
      schema: 2,
      profiles: [own, { id: 'tomorrow', shape: 'of a later day' }],
      activeProfile: own.id,
      settings: { theme: 'of a later day', purgeOnLock: true },
      held: 3,
      notices: [{ kind: 'of a later day' }],
      ofTomorrow: { any: ['thing'] },
    });
    let before: string;

    beforeAll(async () => {
      await driver.writeStorage('local', future());
      before = await disk();
      await startAnew(driver);
      await noteErrors(driver);
    });

    test('is shown, and said to be only read; captures go on in memory', async () => {
      const popup = await driver.openPage('popup.html');
      const problems = await noteProblems(popup);
      await popup.bringToFront();
      await says(popup, 'A newer Claimcheck wrote what is stored here');
      await says(popup, '1 stored profile could not be read');
      await comes('of-a-newer-version');
      await popup.bringToFront();
      await popup.getByRole('button', { name: 'Copy token', exact: true }).waitFor();
      expect(await disk()).toBe(before);
      expect(await problems()).toEqual(['Error: a probe']);
      await popup.close();
    });

    test('is not changed by saving, by a setting or by a worker that begins anew, and the page says so', async () => {
      const page = await openEditor(driver, own.id);
      await page.getByRole('textbox', { name: 'Profile name' }).fill('another name');
      await press(page, 'Save');
      await says(page, 'this one only reads it. Nothing was changed.');
      expect(await disk()).toBe(before);
      await page.close();
      const settings = await driver.openPage('page.html#settings');
      const problems = await noteProblems(settings);
      await settings.bringToFront();
      await settings.getByRole('checkbox', { name: 'Single keys press buttons' }).click();
      await says(settings, 'That was not stored. Nothing was changed.');
      expect((await problems()).slice(1)).toEqual([expect.stringContaining('A newer Claimcheck wrote')]);
      await settings.close();
      expect(await notedErrors(driver)).toEqual(['Error: a probe']);
      await startAnew(driver);
      expect(await disk()).toBe(before);
    });

    test('goes whole when that is asked for and confirmed', async () => {
      const page = await driver.openPage('page.html#settings');
      await page.bringToFront();
      await press(page, 'Forget everything, on disk too');
      await press(page, 'Keep');
      expect(await disk()).toBe(before);
      await press(page, 'Forget everything, on disk too');
      await press(page, 'Forget it all');
      await waitUntil(async () => !(await textOf(page)).includes('A newer Claimcheck'), { what: 'the note to go' });
      const { schema, profiles, ofTomorrow } = await driver.readStorage('local', null);
      expect([schema, profiles, ofTomorrow]).toEqual([1, undefined, undefined]);
      await page.close();
    });
  });

  test.each(garbage)(
    '%s under every key: popup, page and worker go on, and a login is captured',
    async (name, value) => {
      const broken = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, value]));
      await driver.writeStorage('local', { ...broken([...localKeys, ...ofSync]), profiles: [own, value, own.name] });
      await driver.writeStorage('session', broken([...sessionKeys, ...ofPages, ...ofWindows]));
      // Firefox keeps no member of the name constructor
      const { profiles: written } = await driver.readStorage('local', 'profiles');
      expect(written).toHaveLength(3);
      await startAnew(driver);
      await noteErrors(driver);
      await comes(`after-${name.replace(' ', '-')}`);
      for (const path of ['popup.html', 'page.html', 'page.html#settings', `page.html#profiles/${own.id}`]) {
        const page = await driver.openPage(path);
        const problems = await noteProblems(page);
        await page.bringToFront();
        await says(page, path.endsWith('l') ? own.name : 'Settings');
        expect(await problems()).toEqual(['Error: a probe']);
        await page.close();
      }
      expect(await notedErrors(driver)).toEqual(['Error: a probe']);
      const { profiles } = await driver.readStorage('local', 'profiles');
      expect(profiles).toEqual(written);
    },
  );

  test('the screen is locked: with the setting every token goes, in Chromium, which tells of it', async () => {
    await driver.writeStorage('local', { profiles: [own], settings: { purgeOnLock: true }, notices: [], schema: 1 });
    await startAnew(driver);
    await comes('before-the-lock');
    const tell = (state: string) => dispatchIdle(driver, state);
    if (driver.kind === 'firefox') return expect(await tell('locked')).toBe('not told');
    expect(await tell('idle')).toBe('told');
    await settled(driver);
    expect((await driver.readStorage('session', 'captures')).captures).not.toEqual([]);
    expect(await tell('locked')).toBe('told');
    await waitUntil(
      async () => !JSON.stringify(await driver.readStorage('session', null)).includes('before-the-lock'),
      {
        what: 'the token to go',
      },
    );
    // it is said once they are gone
    const notices = async () => (await driver.readStorage('local', 'notices')).notices;
    await expect.poll(notices, { timeout: 10_000 }).toEqual([expect.objectContaining({ kind: 'locked' })]);
  });
});

/** Has the event of the browser happen in the running background, where somebody listens. */
function dispatchIdle(driver: Driver, state: string): Promise<string> {
  return driver.evaluateInBackground((to) => {
    type Event = { hasListeners?(): boolean; dispatch?(state: string): void };
    const { chrome } = globalThis as unknown as { chrome?: { idle?: { onStateChanged: Event } } };
    const event = chrome?.idle?.onStateChanged;
    if (!event?.dispatch || !event.hasListeners?.()) return 'not told';
    event.dispatch(to);
    return 'told';
  }, state);
}

// Longer than most files because it is one long use of one browser, told in order.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Notice } from '../../../src/store/notices.ts';
import { waitUntil } from '../../../tools/wait-until.mjs';
import type { browsers } from '../../e2e/support/browsers.ts';
import { press } from '../../e2e/support/editor.ts';
import { noteFinding, whole } from '../../support/whole.ts';
import { closeSignIns, type Death, deathsOfCaptures, deathsOfRefreshes, deathsOfSignIns } from './deaths.ts';
import type { Held } from './extension-memory.ts';
import { inMegabytes, memoryUse } from './memory-use.ts';
import { SoakWorld } from './soak-world.ts';

const restarts = whole('soak', 20, 1);
const callDeaths = whole('soak', 100, 2);
const captureDeaths = whole('soak', 100, 1);
const popups = whole('soak', 50, 1);

/** What the memory of Chromium holds; in Firefox, which is slower with a full memory, enough for a hundred deaths. */
const captureCounts = { chromium: whole('soak', 1000, 20), firefox: whole('soak', 300, 20) };

/** What is measured at so many captures. */
const milestones = whole('soak', [100, 300, 1000], []);

/** `isOn`: whether this run is to use this browser. */
export function soak([name, launch]: (typeof browsers)[number], isOn = true): void {
  const captureCount = captureCounts[name === 'Firefox' ? 'firefox' : 'chromium'];
  describe.runIf(isOn)(`${name}, used for long`, () => {
    const world = new SoakWorld();
    beforeAll(() => world.begin(launch, { survivesRestart: true }));
    afterAll(() => world.end());

    const note = (about: string, finding: object) => noteFinding('soak', { browser: name, about, ...finding });
    const notices = async () => ((await world.memory.read('local', ['notices'])).notices ?? []) as Notice[];
    const states = (held: readonly Held[]) => held.map(({ state }) => state);
    const repeated = (values: readonly unknown[]) => values.filter((value, at) => values.indexOf(value) !== at);

    test(`${restarts} restarts: what is on disk stays as it is, what is in memory is gone`, async () => {
      const sizes: number[] = [];
      // it leaves a list of no notices on disk
      await forgetAll();
      for (let done = 0; done < restarts; done += 1) {
        const { state } = await world.appLogin('one');
        await world.settled();
        await world.signIn();
        await world.memory.write('session', { clientSecrets: { code: 'a-secret-of-this-run' } });
        const before = await world.memory.read('session', null);
        expect([before.captures, before.logins, before.documents].map((list) => (list as object[]).length)).toEqual([
          1, 1, 2,
        ]);
        expect(await world.memory.alarms()).toContain('purge');

        await world.restart();
        const after = await world.memory.read('session', null);
        const held = [after.captures, after.logins, after.documents].flatMap((list) => list ?? []);
        expect(held).toEqual([]);
        expect(after.clientSecrets ?? {}).toEqual({});
        expect(JSON.stringify(after)).not.toContain(state);
        // the first answer after the start, of which nobody has told the worker
        const { state: next } = await world.appLogin('two');
        expect(states(await world.settled())).toEqual([next]);
        const { held: _, ...disk } = await world.memory.read('local', null);
        expect(disk).toMatchObject({ profiles: world.profiles, activeProfile: 'one', settings: { theme: 'dark' } });
        expect(disk.notices ?? []).toEqual([]);
        sizes.push(JSON.stringify(disk).length);
        await forgetAll();
        await waitUntil(async () => (await world.memory.alarms()).length === 0, { what: 'no alarm to be set' });
      }
      expect(new Set(sizes).size).toBe(1);
      note('restarts', { restarts, charactersOnDisk: sizes[0] });
    });

    test(`${callDeaths} deaths while sign-ins and refreshes are under way: nothing is sent twice`, async () => {
      let signIns = 0;
      const deaths = [...deathsOfSignIns, ...(world.driver.kind === 'chromium' ? deathsOfRefreshes : [])];
      for (let done = 0; done < callDeaths; done += 1) {
        const [when, happen] = deathAt(deaths, done);
        if (!when.startsWith('while the refresh')) signIns += 1;
        await happen(world);
        await closeSignIns(world);
        const held = await world.settled();
        expect(
          held.filter(({ isStartedHere }) => isStartedHere),
          when,
        ).toHaveLength(signIns);
        // what was begun by the dead is told: it brought tokens, or is known to have been interrupted
        const untold = held.filter(({ tokens, failure }) => !tokens.includes('refresh_token') && !failure);
        expect(
          untold.map(({ state }) => state),
          when,
        ).toEqual([]);
      }
      world.err('none');
      const given = (member: string) => world.sent.flatMap(({ form }) => form[member] ?? []);
      expect(given('code').length).toBeGreaterThan(0);
      expect(repeated(given('code'))).toEqual([]);
      expect(repeated(given('refresh_token'))).toEqual([]);
      const held = await world.settled();
      expect(held.flatMap(({ failed }) => failed)).toEqual([]);
      expect(held.filter(({ failure }) => failure !== '' && failure !== 'interrupted')).toEqual([]);
      note('deaths during calls', {
        deaths: callDeaths,
        signIns,
        codes: given('code').length,
        refreshes: given('refresh_token').length,
        interrupted: held.filter(({ failure }) => failure).length,
      });
      await forgetAll();
    });

    test(`${captureCount} captures and ${captureDeaths} deaths: the newest are all there, each once and judged`, async () => {
      await forgetAll();
      world.logins = [];
      const pinned: string[] = [];
      const every = Math.floor(captureCount / captureDeaths);
      const bare = inMegabytes(await memoryUse(world.driver));
      note('memory', { captures: 0, ...bare });
      while (world.logins.length < captureCount) {
        const place = world.logins.length;
        const isDeath = place % every === every - 1;
        if (isDeath) {
          // nobody signs in faster than it judges; and no browser ends a worker that has just been told of so much
          await world.settled(300_000);
          await deathAt(deathsOfCaptures, Math.floor(place / every))[1](world);
        } else await world.appLogin(place % 3 === 0 ? 'one' : 'two');
        if (world.logins.length === 10 || world.logins.length === Math.floor(captureCount / 2)) {
          const oldest = (await world.settled()).at(-1)?.id ?? '';
          await world.memory.patch([oldest], { pinned: true });
          pinned.push(oldest);
        }
        if (milestones.includes(world.logins.length)) await measure();
      }
      const held = await world.settled(300_000);
      const made = world.logins.map(({ state }) => state).reverse();
      const isWanted = new Set(states(held));
      // in the order in which they came, each once
      expect(states(held)).toEqual(made.filter((state) => isWanted.has(state)));
      const loose = held.filter(({ isPinned }) => !isPinned);
      const firstLoose = made.indexOf(loose.at(-1)?.state ?? '');
      // none is missing between the newest and the oldest that is not pinned
      expect(made.slice(0, firstLoose + 1).filter((state) => !isWanted.has(state))).toEqual([]);
      expect(held.filter(({ id }) => pinned.includes(id) !== held.find((one) => one.id === id)?.isPinned)).toEqual([]);
      expect(held.filter(({ isPinned }) => isPinned)).toHaveLength(new Set(pinned).size);
      expect(held.filter(({ signature, failed }) => signature !== 'pass' || failed.length > 0)).toEqual([]);
      expect(held.filter(({ replays }) => replays > 0).map(({ state }) => state)).toEqual([]);
      const evicted = made.length - held.length;
      const told = (await notices()).find(({ kind }) => kind === 'evicted')?.detail;
      expect(Number(told ?? 0)).toBe(evicted);
      expect((await notices()).filter(({ kind }) => kind !== 'evicted')).toEqual([]);
      await waitUntil(async () => (await world.memory.badge()) === String(held.length), {
        what: 'the badge to say it',
      });
      const size = Math.round(held.reduce((sum, one) => sum + one.size, 0) / held.length);
      note('captures', { made: made.length, held: held.length, evicted, pinned: pinned.length, charactersEach: size });
    });

    test(`the popup opened ${popups} times leaves nothing behind in the worker`, async () => {
      await world.memory.ask({ type: 'hello' });
      const before = await memoryUse(world.driver);
      for (let done = 0; done < popups; done += 1) await (await openPopup()).close();
      await world.memory.ask({ type: 'hello' });
      const after = await memoryUse(world.driver);
      note('popup', { opened: popups, before: inMegabytes(before), after: inMegabytes(after) });
      for (const kind of ['worker', 'process'] as const) {
        const [then, now] = [before[kind] ?? 0, after[kind] ?? 0];
        expect(now, `${kind}: ${then} before`).toBeLessThan(then * 1.5 + 20_000_000);
      }
    });

    test('with all of a full memory pinned an answer waits or is told as lost; nothing that was there changes', async () => {
      const few = (await world.memory.captures()).slice(0, 10);
      const others = (await world.memory.captures()).slice(10);
      await world.memory.ask({ type: 'forget', captureIds: others.map(({ id }) => id) });
      await world.memory.write('local', { notices: [] });
      await world.memory.patch(
        few.map(({ id }) => id),
        { pinned: true },
      );
      const before = (await world.memory.read('session', ['captures'])).captures;
      const filled = await world.memory.fill('session');
      expect(filled).toBeGreaterThan(1_000_000);
      const { state } = await world.appLogin('one');
      await waitUntil(async () => (await notices()).length > 0, { what: 'a notice' });
      expect((await notices()).map(({ kind }) => kind)).toEqual(['not_kept']);
      expect((await world.memory.read('session', ['captures'])).captures).toEqual(before);
      const popup = await openPopup();
      await popup.getByText('the browser’s memory for extensions').waitFor();
      await popup.close();
      const isWaiting = (await notices())[0]?.callback === '';

      await world.memory.empty('session');
      const { state: next } = await world.appLogin('two');
      const after = await world.settled();
      expect(states(after)).toEqual([next, ...(isWaiting ? [state] : []), ...states(few)]);
      expect(after.filter(({ signature }) => signature !== 'pass')).toEqual([]);
      note('memory full', { filled, isWaiting });
    });

    test('with the disk full a profile is not saved and it is said; an answer is captured all the same', async (context) => {
      // Firefox has no limit there but that of the disk
      if (world.driver.kind === 'firefox') context.skip();
      const filled = await world.memory.fill('local');
      const { state } = await world.appLogin('one');
      expect(states(await world.settled())).toContain(state);
      const page = await world.driver.openPage('page.html#profiles/two');
      await page.bringToFront();
      await page.getByRole('textbox', { name: 'Client id' }).fill('longer-than-before'.repeat(200));
      await press(page, 'Save');
      await page.getByText('storage for extensions is full').waitFor();
      expect((await world.memory.read('local', ['profiles'])).profiles).toEqual(world.profiles);
      await world.memory.empty('local');
      await press(page, 'Save');
      await page.getByText('Saved', { exact: true }).waitFor();
      await page.close();
      expect((await world.memory.read('local', ['profiles'])).profiles).not.toEqual(world.profiles);
      await world.memory.write('local', { profiles: world.profiles });
      note('disk full', { filled });
    });

    test('what is over goes by itself, though the worker is dead; what is pinned or still good stays', async () => {
      await forgetAll();
      for (const id of ['one', 'two', 'one']) await world.appLogin(id);
      const [newest, middle, oldest] = await world.settled();
      const soon = Date.now() - 9 * 3_600_000 + 3_000; // eight hours after the one that they are good for
      const over = { capturedAt: soon, expiresAt: 0, tokens: { access_token: 'opaque' } };
      await world.memory.patch([middle?.id ?? ''], { ...over, pinned: true });
      await world.memory.patch([oldest?.id ?? ''], over);
      await world.memory.ask({ type: 'hello' });
      await world.stop();
      const left = () => world.memory.captures().then((held) => held.map(({ id }) => id));
      await waitUntil(async () => (await left()).length < 3, { what: 'what is over to go', timeout: 90_000 });
      expect(await left()).toEqual([newest?.id, middle?.id]);
    });

    test('Forget everything leaves nothing of any login', async () => {
      await world.appLogin('one');
      // what is fetched meanwhile would be noted once it has come
      await world.settled();
      await world.signIn();
      await forgetAll();
      const text = JSON.stringify(await world.memory.read('session', null));
      expect(world.logins.filter(({ state }) => text.includes(state))).toEqual([]);
      expect(text).not.toMatch(/eyJ/);
      const { captures, logins, documents = [], requests = [] } = await world.memory.read('session', null);
      expect([captures, logins, documents, requests]).toEqual([[], [], [], []]);
      expect(await world.memory.read('local', ['profiles', 'notices'])).toEqual({
        profiles: world.profiles,
        notices: [],
      });
    });

    async function measure(): Promise<void> {
      await world.settled(300_000);
      const captures = (await world.memory.captures()).length;
      const popup = await openPopup();
      await world.memory.ask({ type: 'hello' });
      note('memory', { made: world.logins.length, captures, ...inMegabytes(await memoryUse(world.driver, popup)) });
      await popup.close();
      // the popup has looked at them; the badge counts from the start again
      await world.memory.write('session', { lookedAt: 0 });
    }

    async function openPopup() {
      const popup = await world.driver.openPage('popup.html');
      await popup.bringToFront();
      await popup.getByRole('group', { name: 'Token actions' }).waitFor();
      return popup;
    }

    async function forgetAll(): Promise<void> {
      await world.memory.ask({ type: 'forgetEverything' });
      await closeSignIns(world);
    }
  });
}

function deathAt(deaths: readonly Death[], place: number): Death {
  return deaths[place % deaths.length] as Death; // never empty
}

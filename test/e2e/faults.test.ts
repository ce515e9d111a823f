import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture, PendingLogin } from '../../src/protocol/records.ts';
import type { Notice } from '../../src/store/notices.ts';
import type { Driver } from '../../tools/browsers/driver.ts';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { capture, profile, token } from '../support/records.ts';
import { whole } from '../support/whole.ts';
import { browsers, browsersAlike } from './support/browsers.ts';
import { rulesOf } from './support/extension.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';
import { resultsOf } from './support/verdicts.ts';
import { settled, startAnew, visit } from './support/visit.ts';

describe.each(browsersAlike)('%s: when something goes wrong', (_, launch) => {
  let driver: Driver;
  let app: PageServer;
  let callback: string;

  beforeAll(async () => {
    app = await servePages((request, response) => {
      if (request.url?.startsWith('/form')) {
        html(
          response,
          `<form method="post" action="/callback"><textarea name="access_token"></textarea><input name="state" value="s"></form>
           <script>
             const form = document.forms[0];
             form.access_token.value = 'x'.repeat(Number(new URLSearchParams(location.search).get('size')));
             onload = () => setTimeout(() => form.submit());
           </script>`,
        );
      } else html(response, 'the app');
    });
    callback = `${app.origin}/callback`;
    driver = await launch({ variant: '-granted' });
    const endpoints = { authorization: `${app.origin}/authorize` };
    await driver.writeStorage('local', {
      profiles: [profile({ provider: 'oidc', endpoints, callback, watchRequests: true, responseMode: 'form_post' })],
      activeProfile: 'p1',
    });
    await settled(driver);
    await startAnew(driver);
  });
  afterAll(async () => {
    await driver?.close();
    await app?.close();
  });

  const captures = async () => ((await driver.readStorage('session', 'captures')).captures ?? []) as Capture[];
  const withToken = (access: string): Promise<Capture> =>
    captureWith(
      driver,
      ({ tokens, judgedAt }) => tokens.access_token === access && judgedAt,
      `a capture with ${access}`,
    );
  const noticeOf = (kind: Notice['kind'], timeout = 10_000) =>
    waitUntil(
      async () => {
        const { notices = [] } = await driver.readStorage('local', 'notices');
        return (notices as Notice[]).find((notice) => notice.kind === kind);
      },
      { what: `a notice of kind ${kind}`, timeout },
    );

  /** Submits a form whose token has so many characters, in a tab that stays. */
  const submit = (size: number) => driver.newTab(`${app.origin}/form?size=${size}`);

  describe('too large', () => {
    test('a token over 262,144 characters is refused with its size and the limit, the rest is kept', async () => {
      const page = await submit(262_145);
      const { tokens, events } = await captureWith(
        driver,
        ({ events, judgedAt }) => judgedAt && events.some(({ kind }) => kind === 'refused'),
        'the capture',
      );
      expect(tokens).toEqual({});
      expect(events.find(({ kind }) => kind === 'refused')?.detail).toBe(
        'access_token has 262,145 characters; the limit is 262,144',
      );
      await page.close();
    });
    test('of an answer over 2 MB nothing is kept but a word with its size, and what was there stays', async () => {
      const before = await captures();
      const page = await submit(2_200_000);
      const limit = driver.kind === 'firefox' ? '1,048,576' : '2,097,152';
      expect(await noticeOf('too_large')).toMatchObject({ callback, detail: expect.stringContaining(limit) });
      expect(await captures()).toEqual(before);
      const popup = await driver.openPage('popup.html');
      await popup.getByText('An answer was too large to keep').waitFor();
      await popup.close();
      await page.close();
    });
  });

  test('with the memory full the oldest that are not pinned go first, and it is said how many', async () => {
    // the most of it is somebody else's: each look at so many captures takes its time
    await driver.writeStorage('session', { junk: 'x'.repeat(whole('proofs', 1, 7_000_000)) });
    // as many as fit, each with a token of its own; the oldest is pinned
    const most = whole('proofs', 72, 26);
    const soonest = Date.now() - 60_000;
    const filler = Array.from({ length: most }, (_unused, index) =>
      capture({
        id: `old-${index}`,
        capturedAt: soonest - index,
        judgedAt: soonest,
        tokens: { access_token: `${index}`.padEnd(150_000, 'x') },
        ...(index === most - 1 && { pinned: true as const }),
      }),
    );
    let count = most;
    await waitUntil(
      async () => {
        try {
          await driver.writeStorage('session', { captures: [...filler.slice(most - count)] });
          return true;
        } catch {
          count -= 1;
          return false;
        }
      },
      { what: 'a full memory', interval: 1, timeout: 60_000 },
    );
    const before = await captures();
    expect(before.length).toBeGreaterThan(20);
    const fresh = token({ sub: 'ada', filler: 'y'.repeat(180_000) });
    await visit(driver, `${callback}#access_token=${fresh}&state=s`);
    const isFresh = ({ tokens, judgedAt }: Capture) => tokens.access_token === fresh && judgedAt;
    // with so much in memory each write takes its time, and each look at it
    await noticeOf('evicted', 60_000);
    await captureWith(driver, isFresh, 'the fresh capture', 60_000);
    const after = await captures();
    const gone = before.filter(({ id }) => !after.some((held) => held.id === id));
    expect(gone.length).toBeGreaterThan(0);
    // before is newest first, and its last one is pinned
    expect(gone.map(({ id }) => id)).toEqual(before.slice(-1 - gone.length, -1).map(({ id }) => id));
    expect(await noticeOf('evicted')).toMatchObject({ detail: String(gone.length) });
    await driver.writeStorage('session', { captures: [], junk: '' });
  });

  test('a background killed while a login is pending: what was sent is still known', async () => {
    const popup = await driver.openPage('popup.html');
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
    const page = await driver.findPage((url) => url.startsWith(`${app.origin}/authorize`));
    await popup.close();
    const [before] = (await driver.readStorage('session', 'logins')).logins as PendingLogin[];
    await driver.stopBackground();
    const { logins } = await driver.readStorage('session', 'logins');
    expect(logins).toEqual([before]);
    const id = token({ nonce: before?.nonce, sub: 'ada' });
    await driver.visit(page, `${callback}#id_token=${id}&access_token=survived&state=${before?.state}`);
    const { startedHere, verdicts } = await withToken('survived');
    expect(startedHere).toBe(true);
    expect(resultsOf(verdicts, ['state', 'nonce'])).toEqual(['pass', 'pass']);
    await page.close();
  });

  test('back and forward are the same capture, noted as a replay', async () => {
    const page = await driver.newTab(`${callback}#access_token=moved&state=s2`);
    await withToken('moved');
    await driver.visit(page, `${app.origin}/elsewhere`);
    await page.evaluate(() => history.back());
    const replayed = await captureWith(
      driver,
      ({ tokens, replays }) => tokens.access_token === 'moved' && replays.length > 0,
      'the replay',
    );
    expect(replayed.replays).toHaveLength(1);
    expect((await captures()).filter(({ tokens }) => tokens.access_token === 'moved')).toHaveLength(1);
    await page.close();
  });

  test('an answer in a frame is not on the badge, and stands under a heading of its own', async () => {
    await driver.writeStorage('session', { captures: [], lookedAt: 0 });
    const page = await driver.newTab(`${app.origin}/elsewhere`);
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, `${callback}#access_token=framed&state=s3`);
    expect(await withToken('framed')).toMatchObject({ frame: 'sub' });
    await visit(driver, `${callback}#access_token=whole&state=s4`);
    await withToken('whole');
    const list = await driver.openPage('page.html#captures');
    await list.bringToFront();
    await list.getByRole('heading', { name: /^In a frame/ }).waitFor();
    await list.close();
    await page.close();
  });
});

describe.each(browsers)('%s: a restart in mid login', (_, launch) => {
  let driver: Driver;
  let app: PageServer;
  let callback: string;
  /** Under way when the browser is closed. */
  let login: PendingLogin | undefined;

  beforeAll(async () => {
    app = await servePages((_request, response) => html(response, 'the app'));
    callback = `${app.origin}/callback`;
    driver = await launch({ variant: '-granted', survivesRestart: true });
    const endpoints = { authorization: `${app.origin}/authorize` };
    const own = profile({ provider: 'oidc', endpoints, callback, clientId: 'p1' });
    const inside = {
      ...own,
      id: 'p2',
      name: 'inside',
      clientId: 'p2',
      callback: `${app.origin}/inside`,
      intercept: true,
    };
    await driver.writeStorage('local', { profiles: [own, inside], activeProfile: own.id });
    await settled(driver);
  });
  afterAll(async () => {
    await driver?.close();
    await app?.close();
  });

  async function signIn(profileId: string): Promise<PendingLogin | undefined> {
    await driver.writeStorage('local', { activeProfile: profileId });
    const popup = await driver.openPage('popup.html');
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
    await driver.findPage((url) => url.startsWith(`${app.origin}/authorize`) && url.includes(`client_id=${profileId}`));
    await popup.close();
    const { logins } = await driver.readStorage('session', 'logins');
    return (logins as PendingLogin[]).find((one) => one.profileId === profileId);
  }

  test('the rule of a login that was to end inside outlives neither a pause nor the browser', async () => {
    await signIn('p2');
    expect(await rulesOf(driver)).not.toEqual([]);
    login = await signIn('p1');
    const pause = async (paused: boolean) => {
      await driver.writeStorage('session', { paused });
      await settled(driver);
    };
    // who does not watch keeps nothing from the app
    await pause(true);
    await waitUntil(async () => (await rulesOf(driver)).length === 0, { what: 'no rule while it is paused' });
    await pause(false);
    await waitUntil(async () => (await rulesOf(driver)).length > 0, { what: 'the rule to stand again' });
    await startAnew(driver);
    await driver.restart();
    await settled(driver);
    expect(await rulesOf(driver)).toEqual([]);
  });

  test('then the answer is captured, and its checks say that the request is not known', async () => {
    expect((await driver.readStorage('session', 'logins')).logins ?? []).toEqual([]);
    await visit(driver, `${callback}#access_token=after&state=${login?.state}`);
    const after = await captureWith(driver, ({ judgedAt }) => judgedAt, 'the capture');
    expect(after.startedHere).toBe(false);
    expect(after.verdicts.find(({ check }) => check === 'state')).toMatchObject({
      result: 'not_checked',
      reason: expect.stringContaining('what its request carried is not known'),
    });
  });
});

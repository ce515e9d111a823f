import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import type { TestPage } from '../../tools/browsers/driver.ts';
import { codeProfile } from '../../tools/demo-profile.mjs';
import { captureWith, signInAtPool } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { browsersAlike } from './support/browsers.ts';
import { press } from './support/editor.ts';
import { begin } from './support/login.ts';
import { html, type PageServer, servePages } from './support/page-server.ts';
import { visit } from './support/visit.ts';
import type { Watched } from './support/watched.ts';

describe.each(browsersAlike)('the timeline of a login in %s', (_, launch) => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let app: PageServer;
  let driver: Watched;
  let page: TestPage;

  beforeAll(async () => {
    // Chromium loads a page anew by itself that nobody answers for
    app = await servePages((_request, response) => html(response, 'the app'));
    demo = await startDemo({ callback: `${app.origin}/callback` });
    driver = await launch();
    await begin(driver, codeProfile(demo));
    page = await driver.openPage('page.html');
  });
  afterAll(async () => {
    await driver?.close();
    await demo?.close();
    await app?.close();
  });

  const lines = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('ol.timeline li')].map((line) => {
        const [time = '', what = '', detail = ''] = ['time', 'b', 'p'].map(
          (part) => line.querySelector(part)?.textContent ?? '',
        );
        return [time, what, detail] as const;
      }),
    );
  const names = async () => (await lines()).map(([, what]) => what);

  test('goes from the press of the button over the provider’s page to the checks', async () => {
    await page.bringToFront();
    await press(page, 'Sign in');
    await signInAtPool(driver, demo.origin, demo.users[0] ?? { username: '', password: '' });
    await captureWith(driver, ({ tokenAnswer, judgedAt }) => tokenAnswer && judgedAt, 'the tokens', 20_000);
    await waitUntil(async () => (await names()).includes('Checked again'), { what: 'the timeline to be whole' });
    expect(await lines()).toMatchObject([
      [expect.stringMatching(/^\d\d:\d\d:\d\d$/), 'Sign-in started', expect.stringContaining('/oauth2/authorize')],
      [expect.stringMatching(/^\+\d/), 'Login page', `/login on ${new URL(demo.origin).host}`],
      [expect.stringMatching(/^\+\d/), 'Back at the callback', 'Query: code, state'],
      [expect.anything(), 'Captured', 'Taken from the query'],
      [
        expect.anything(),
        'Keys at hand',
        expect.stringMatching(/^2 keys from .+, out of memory, fetched \d+ s before$/),
      ],
      [expect.anything(), 'Checked', expect.stringMatching(/\d+ passed/)],
      [expect.anything(), 'Code exchanged', expect.stringMatching(/^200 OK, \d+ ms$/)],
      [expect.anything(), 'Checked again', expect.stringMatching(/\d+ passed/)],
    ]);
  });

  test('goes on with what happens to the capture, without opening it again', async () => {
    await page.bringToFront();
    await press(page, 'Call userInfo');
    await waitUntil(async () => (await names()).includes('userInfo called'), { what: 'the call' });
    const { callback, params } = await captureWith(driver, ({ tokens }) => tokens.access_token, 'the capture');
    await visit(driver, `${callback}?${new URLSearchParams(params)}`);
    await waitUntil(async () => (await names()).at(-1)?.startsWith('Seen again'), { what: 'the replay' });
  });
});

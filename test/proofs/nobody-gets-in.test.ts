import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messageSchema } from '../../src/messages.ts';
import type { TestPage } from '../../tools/browsers/driver.ts';
import { waitUntil } from '../../tools/wait-until.mjs';
import { ask, begin, captures, profileAt, signIn } from '../e2e/support/login.ts';
import { html, type PageServer, servePages } from '../e2e/support/page-server.ts';
import { settled } from '../e2e/support/visit.ts';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { frameAddresses, tabAddresses } from './support/doors/addresses.ts';
import { type Besieged, besieged } from './support/doors/besieged.ts';
import { everyMessage } from './support/doors/every-message.ts';
import { frameAll, loadAll, openAndRead, readText, waysOn } from './support/doors/from-a-web-page.ts';
import {
  connectExtension,
  debugExtension,
  injectInto,
  listTabs,
  notedRequests,
  noteRequests,
  tellExtension,
} from './support/doors/from-outside.ts';

describe.each(besieged)('nobody gets in, in %s', (name, dist, launch) => {
  let siege: Besieged;
  let web: PageServer;
  let provider: Provider;
  let outside: TestPage;
  let page: TestPage;
  let ours: TestPage;
  let messages: object[];

  const { length: kinds } = messageSchema.options;
  const id = () => siege.driver.extensionId;
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.'));
  /** The one file that web pages reach, and that is empty: in Chromium an intercepted login ends there. */
  const landing = name === 'Chromium' ? 'landing.html' : undefined;
  const closed = files.filter((file) => file !== landing);
  const addressOf = (file: string) => `${siege.driver.origin}/${file.replaceAll('\\', '/')}`;

  /** All that the extension holds, and the tabs there are. */
  async function all(): Promise<unknown> {
    await settled(siege.driver);
    const [local, session] = [await siege.driver.readStorage('local'), await siege.driver.readStorage('session')];
    return { local, session, tabs: (await tabAddresses(siege.driver)).length };
  }

  beforeAll(async () => {
    web = await servePages((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
      const leadOn = waysOn[pathname.slice(1)];
      html(response, leadOn ? leadOn(searchParams.get('to') ?? '') : '<p>a web page');
    });
    provider = await serveOpenId();
    siege = await launch();
    const own = profileAt(provider);
    await begin(siege.driver, own);
    const { id: captureId } = await signIn(siege.driver, provider, own);
    messages = everyMessage(own.id, captureId);
    ours = await siege.driver.openPage(`page.html#captures/${captureId}`);
    await ours.getByRole('button', { name: 'Copy token' }).waitFor();
    page = await siege.driver.newTab(`${web.origin}/a-web-page`);
    outside = await siege.driver.newTab(`${siege.attacker.origin}/attack.html`);
  });
  afterAll(async () => {
    await siege?.close();
    await provider?.close();
    await web?.close();
  });

  test('the siege is one: our own page is answered, and the one that is open to all answers all', async () => {
    expect(messages).toHaveLength(kinds);
    expect(await ask(siege.driver, { type: 'hello' })).toEqual({ ok: true });
    const { id: open } = siege.open;
    expect(new Set(await outside.evaluate(tellExtension, { id: open, messages }))).toEqual(new Set(['"heard"']));
    expect(await outside.evaluate(connectExtension, { id: open, messages })).toBe('"heard"');
  });

  test('a message of another extension is not answered and changes nothing, whatever it asks', async () => {
    const before = await all();
    const answers = await outside.evaluate(tellExtension, { id: id(), messages });
    expect(answers).toHaveLength(kinds);
    expect(new Set(answers)).toEqual(new Set(['refused']));
    expect(await outside.evaluate(connectExtension, { id: id(), messages })).toBe('refused');
    expect(await all()).toEqual(before);
  });

  test('its script in a web page speaks for nobody and reads nothing of ours', async () => {
    const before = await all();
    const found = await outside.evaluate(injectInto, { address: `${web.origin}/`, id: id(), messages });
    expect(found).toEqual({ answers: ['refused'], stored: ['{}', '{}'] });
    // the one that is open to all answers it
    const heard = await outside.evaluate(injectInto, { address: `${web.origin}/`, id: siege.open.id, messages });
    expect(heard).toMatchObject({ answers: ['"heard"'] });
    expect(await all()).toEqual(before);
  });

  test('its script does not run in a tab of ours, whose address and title hold no secret', async () => {
    const [held] = await captures(siege.driver);
    expect(await outside.evaluate(injectInto, { address: addressOf('page.html'), id: id(), messages })).toBe('refused');
    const tabs = await outside.evaluate(listTabs);
    expect(tabs).toContain(addressOf('page.html'));
    const secrets = Object.values(held?.tokens ?? {});
    expect(secrets.length).toBeGreaterThan(1);
    for (const secret of secrets) expect(tabs).not.toContain(secret.slice(-20));
  });

  test.runIf(name === 'Chromium')('the browser’s debugger does not open our pages or our worker to it', async () => {
    expect(await outside.evaluate(debugExtension, { address: `${web.origin}/` })).toBe('attached');
    expect(await outside.evaluate(debugExtension, { address: addressOf('page.html') })).toBe('refused');
    expect(await outside.evaluate(debugExtension, { extensionId: id() })).toBe('refused');
  });

  test('of our calls, and so of the tokens in them, it is told nothing, though it may look at all sites', async () => {
    const [held] = await captures(siege.driver);
    const address = `${web.origin}/of-the-web-page`;
    await outside.evaluate(noteRequests);
    await page.evaluate((address) => fetch(address).then(() => {}), address);
    await ask(siege.driver, { type: 'callUserinfo', captureId: held?.id ?? '' });
    expect((await captures(siege.driver))[0]?.userinfo?.status).toBe(200);
    const told = (await outside.evaluate(notedRequests)).map(([url]) => url);
    expect(told).toContain(address);
    expect(told.filter((url) => url?.startsWith(provider.origin))).toEqual([]);
  });

  test('a web page that knows our address gets none of our files', async () => {
    expect(closed.length).toBeGreaterThan(15);
    const loaded = await page.evaluate(loadAll, closed.map(addressOf));
    expect(loaded.filter(([, ways]) => ways.length > 0)).toEqual([]);
    const open = `${siege.open.origin}/open.html`;
    const [reached] = await page.evaluate(loadAll, [open]);
    expect(reached?.[1]).toContain('fetch');
    if (!landing) return;
    const empty = await page.evaluate(readText, addressOf(landing));
    expect(empty.match(/<(\w+)/g)).toEqual(['<html', '<head', '<meta', '<title', '<body']);
    expect(empty).toContain('<body></body>');
  });

  test('a web page frames none of our pages', async () => {
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(2);
    const before = await all();
    await page.evaluate(frameAll, [...pages.map(addressOf), `${siege.open.origin}/open.html`, `${web.origin}/framed`]);
    const framed = (await frameAddresses(siege.driver, page)).filter(
      (address) => !/^(?:about|chrome-error):/.test(address),
    );
    expect(framed).toEqual([`${siege.open.origin}/open.html`, `${web.origin}/framed`]);
    expect(await all()).toEqual(before);
  });

  test('a web page opens none of our pages, nor does where it leads on to', async () => {
    const before = await all();
    const tabs = await tabAddresses(siege.driver);
    const open = `${siege.open.origin}/open.html`;
    const ledTo = (to: string) =>
      Object.keys(waysOn).map((way) => `${web.origin}/${way}?${new URLSearchParams({ to })}`);
    const pages = files.filter((file) => file.endsWith('.html') || file === 'manifest.json').map(addressOf);
    // those that are let in are the last, so that the others have had their time
    const [ours, theirs] = [ledTo(addressOf('popup.html')), ledTo(open)];
    const read = new Map(await page.evaluate(openAndRead, [...pages, ...ours, ...theirs, open]));
    const opened = async () => [...(await tabAddresses(siege.driver))].filter((one) => !tabs.includes(one));
    const areIn = async () => (await opened()).filter((one) => one.startsWith(open)).length > theirs.length;
    await waitUntil(areIn, { timeout: 20_000, what: 'what is open to all to be opened' });
    const isOurs = (address: string) => address.startsWith(`${siege.driver.origin}/`);
    expect((await opened()).filter(isOurs)).toEqual(landing ? [addressOf(landing)] : []);
    const texts = [...pages, open].map((address) => read.get(address) ?? 'not opened');
    expect(texts.filter((text) => !['', 'not readable', 'not opened'].includes(text))).toEqual([]);
    for (const one of await siege.driver.pages()) if (!tabs.includes(await one.url())) await one.close();
    expect(await all()).toEqual(before);
  });

  test('a script of ours in a web page, which is that page’s process, is no page of ours', async () => {
    const before = await all();
    const found = await siege.driver.evaluateInBackground(injectInto, {
      address: `${web.origin}/a-web-page`,
      id: id(),
      messages,
    });
    const profiles = expect.stringContaining('"clientId":"the-client"');
    // Firefox closes the memory alone to it: profiles, which hold no secret, are all that it could read
    const local = siege.driver.kind === 'firefox' ? profiles : '{}';
    expect(found).toEqual({ answers: ['no answer'], stored: [local, '{}'] });
    expect(await all()).toEqual(before);
  });
});

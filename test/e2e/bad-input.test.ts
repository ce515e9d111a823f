import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { profile, token } from '../support/records.ts';
import { browsersAlike } from './support/browsers.ts';
import { type PageServer, servePages } from './support/page-server.ts';
import { settled, visit } from './support/visit.ts';

describe.each(browsersAlike)('bad input in %s', (_name, launch) => {
  let driver: Driver;
  let popup: TestPage;
  /** What a claim or an error text would load from, if it could. */
  let lure: PageServer;
  /** Where nothing listens. */
  let origin: string;
  let callback: string;

  beforeAll(async () => {
    lure = await servePages((_request, response) => response.writeHead(200).end());
    origin = `http://localhost:${await freePort()}`;
    callback = `${origin}/callback`;
    driver = await launch();
    await register([profile({ callback })]);
    popup = await driver.openPage('popup.html');
    await listenForErrors();
    await comes('access_token=the-first&state=s', ({ tokens }) => tokens.access_token === 'the-first');
  });
  afterAll(async () => {
    await driver?.close();
    await lure?.close();
  });

  let before: Capture[] = [];
  beforeEach(async () => {
    before = await captures();
  });
  afterEach(async () => {
    const ids = new Set(before.map(({ id }) => id));
    expect(ids.size).toBeGreaterThan(0);
    expect((await captures()).filter(({ id }) => ids.has(id))).toEqual(before);
    expect(await errors()).toEqual([]);
    expect(lure.requests).toEqual([]);
  });

  // written by the extension under test
  const captures = async () => ((await driver.readStorage('session', 'captures')).captures ?? []) as Capture[];
  const storedProfiles = async () => (await driver.readStorage('local', 'profiles')).profiles;

  async function register(profiles: unknown): Promise<void> {
    await driver.writeStorage('local', { profiles });
    await settled(driver);
  }

  /** A login comes back with this fragment; gives its capture once it is judged, the popup in front. */
  async function comes(fragment: string, isWanted: (capture: Capture) => unknown, at = callback): Promise<Capture> {
    const known = new Set((await captures()).map(({ id }) => id));
    await visit(driver, `${at}#${fragment}`);
    const isNew = (capture: Capture) => !known.has(capture.id) && capture.judgedAt && isWanted(capture);
    const capture = await captureWith(driver, isNew, `a capture of #${fragment.slice(0, 80)}`);
    await popup.bringToFront();
    return capture;
  }

  async function listenForErrors(): Promise<void> {
    await popup.evaluate(() => {
      const note = (error: unknown) => {
        const { dataset } = document.documentElement;
        dataset.errors = JSON.stringify([...JSON.parse(dataset.errors ?? '[]'), String(error)]);
      };
      addEventListener('error', ({ error, message }) => note(error ?? message));
      addEventListener('unhandledrejection', ({ reason }) => note(reason));
      reportError(new Error('a probe'));
    });
    expect(await errors()).toEqual(['Error: a probe']);
    await popup.evaluate(() => {
      delete document.documentElement.dataset.errors;
    });
  }
  const errors = (): Promise<string[]> =>
    popup.evaluate(() => JSON.parse(document.documentElement.dataset.errors ?? '[]') as string[]);

  const text = () => popup.evaluate(() => document.body.textContent ?? '');
  const says = (words: string) =>
    waitUntil(async () => (await text()).includes(words), { what: `the popup to say ${words}` });
  const buttons = (name: string) => popup.getByRole('button', { name, exact: true }).count();

  describe('names', () => {
    test.each([
      ['twice', 'access_token=dup-1&access_token=dup-2&token_type=Bearer&state=s', ['dup-1', 'dup-2']],
      ['twice, once encoded', 'access_token=enc-1&%61ccess_token=enc-2&token_type=Bearer&state=s', ['enc-1', 'enc-2']],
      ['twice, the same', 'access_token=same&access_token=same&state=twice', ['same', 'same']],
    ])('a token that comes %s is not taken, and the popup says so', async (_, fragment, values) => {
      const capture = await comes(fragment, ({ params }) => params.some(([, value]) => value === values[1]));
      expect(capture.tokens).toEqual({});
      expect(capture.params.filter(([name]) => name === 'access_token').map(([, value]) => value)).toEqual(values);
      expect(capture.verdicts).toContainEqual(
        expect.objectContaining({
          check: 'duplicate_parameter',
          result: 'fail',
          actual: 'access_token more than once',
        }),
      );
      await says('access_token more than once');
      await popup.getByRole('heading', { name: 'A parameter stands more than once' }).waitFor();
      expect(await buttons('Call userInfo')).toBe(0);
      expect(await buttons('Sign in')).toBe(1);
    });

    test('__proto__, constructor and their kind are names like any other', async () => {
      const fragment = '__proto__=p&constructor=c&toString=t&hasOwnProperty=h&access_token=odd-names&__proto__[x]=1';
      const capture = await comes(fragment, ({ tokens }) => tokens.access_token === 'odd-names');
      expect(capture.params).toEqual([
        ['__proto__', 'p'],
        ['constructor', 'c'],
        ['toString', 't'],
        ['hasOwnProperty', 'h'],
        ['access_token', ''],
        ['__proto__[x]', '1'],
      ]);
      expect(capture.tokens).toEqual({ access_token: 'odd-names' });
      await says('Opaque: only the provider can read it');
      expect(await buttons('Call userInfo')).toBe(1);
    });

    test('and as claims they are shown', async () => {
      const claims = JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":"claim-c","toString":1,"sub":"odd"}');
      const held = token(claims);
      await comes(`id_token=${held}`, ({ tokens }) => tokens.id_token === held);
      await says('claim-c');
      await says('polluted');
      expect(await popup.evaluate(() => 'polluted' in {})).toBe(false);
    });
  });

  test('an empty value counts as absent', async () => {
    const capture = await comes('id_token=&access_token=beside-empty&expires_in=&state=', ({ tokens }) => {
      return tokens.access_token === 'beside-empty';
    });
    expect(capture.tokens).toEqual({ access_token: 'beside-empty' });
    expect(capture.expiresAt).toBeUndefined();
    await popup.getByRole('tab', { name: /^ID token/ }).click();
    await popup.getByRole('heading', { name: /^No ID token/ }).waitFor();
  });

  test('nothing but an empty token is captured and said to hold none', async () => {
    const capture = await comes('id_token=&state=only-empty', ({ params }) =>
      params.some(([, value]) => value === 'only-empty'),
    );
    expect(capture.tokens).toEqual({});
    await popup.getByRole('heading', { name: /^No ID token/ }).waitFor();
    expect(await buttons('Call userInfo')).toBe(0);
  });

  test('a token of 1 MB is refused with its size and the limit; the rest is taken', async () => {
    const size = 1_000_000;
    const capture = await comes(`access_token=beside-huge&id_token=${'A'.repeat(size)}&state=s`, ({ tokens }) => {
      return tokens.access_token === 'beside-huge';
    });
    expect(capture.tokens).toEqual({ access_token: 'beside-huge' });
    expect(JSON.stringify({ ...capture, verdicts: [] }).length).toBeLessThan(5000);
    expect(capture.events.filter(({ kind }) => kind === 'refused').map(({ detail }) => detail)).toEqual([
      'id_token has 1,000,000 characters; the limit is 262,144',
    ]);
    await popup.getByRole('heading', { name: 'Not all of the answer was kept' }).waitFor();
    await says('id_token has 1,000,000 characters; the limit is 262,144');
  });

  test('a text of 1 MB beside an error is refused as well, and the error is said', async () => {
    const capture = await comes(`error=server_error&error_description=${'A'.repeat(1_000_000)}`, ({ error }) => error);
    expect(capture.error).toEqual({ error: 'server_error' });
    await says('error_description has 1,000,000 characters; the limit is 262,144');
  });

  test('bad UTF-8 is captured; no header can carry such a token, and the popup says that', async () => {
    const capture = await comes('access_token=bad%ffutf&token_type=Bearer&scope=%ff%fe&state=s', ({ tokens }) => {
      return tokens.access_token === 'bad\uFFFDutf';
    });
    expect(capture.scope).toBe('\uFFFD\uFFFD');
    await says('Opaque: only the provider can read it');
    await popup.getByRole('button', { name: 'Call userInfo', exact: true }).click();
    await says('holds a character that no header can carry');
    expect(await buttons('Call userInfo')).toBe(1);
  });

  test.each([
    ['#?id_token=', '?'],
    ['#&&id_token=', '&&'],
  ])('%s is read', async (_, start) => {
    const held = token({ sub: `odd-start-${start}` });
    await comes(`${start}id_token=${held}&state=s`, ({ tokens }) => tokens.id_token === held);
    await says(`odd-start-${start}`);
  });

  test('a callback with a query of its own', async () => {
    const own = `${origin}/own?app=1&b=%20`;
    await register([profile({ callback }), profile({ id: 'own', name: 'own query', callback: own })]);
    await driver.writeStorage('local', { activeProfile: 'own' });
    await visit(driver, `${origin}/own#access_token=no-query&state=s`);
    await visit(driver, `${origin}/own?app=2&b=%20#access_token=other-query&state=s`);
    const inFragment = await comes('access_token=own-1', ({ tokens }) => tokens.access_token === 'own-1', own);
    expect(inFragment).toMatchObject({ profileId: 'own', callback: own, source: 'fragment' });
    await says(own);
    await visit(driver, `${origin}/own?b=+&error=access_denied&app=1&state=s`);
    const inQuery = await captureWith(
      driver,
      ({ error, judgedAt }) => judgedAt && error?.error === 'access_denied',
      'it',
    );
    expect(inQuery).toMatchObject({
      profileId: 'own',
      source: 'query',
      params: [
        ['error', 'access_denied'],
        ['state', 's'],
      ],
    });
    await says('access_denied');
    const held = (await captures()).map(({ tokens }) => tokens.access_token);
    expect(held).not.toContain('no-query');
    expect(held).not.toContain('other-query');
    await register([profile({ callback })]);
  });

  describe('the browser’s memory for extensions is full', () => {
    let junk: string[] = [];

    /** Writes junk until no 64 characters more are taken: Chromium does not count much shorter ones. */
    async function fill(): Promise<void> {
      for (let size = 2 ** 20; size >= 64; ) {
        const name = `junk-${junk.length}`;
        try {
          await driver.writeStorage('session', { [name]: 'x'.repeat(size) });
          junk.push(name);
        } catch (error) {
          expect(String(error)).toMatch(/quota/i);
          size /= 2;
        }
      }
    }
    async function empty(): Promise<void> {
      await driver.writeStorage('session', Object.fromEntries(junk.map((name) => [name, ''])));
      junk = [];
    }

    beforeEach(async () => {
      await driver.writeStorage('local', { notices: [] });
      // what is pinned makes no room for others
      await driver.writeStorage('session', { captures: before.map((held) => ({ ...held, pinned: true })) });
      before = await captures();
    });
    afterEach(empty);

    test('a login that comes back is said not to be kept; with room again the next one is', async () => {
      await fill();
      await visit(driver, `${callback}#access_token=no-room&state=s`);
      await popup.bringToFront();
      await popup.getByRole('heading', { name: 'A login could not be kept' }).waitFor();
      await says(callback);
      expect(await captures()).toEqual(before);
      await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
      await says('The browser’s memory for extensions is full. Forget');
      expect(await text()).not.toContain('Reload it');
      await empty();
      await comes('access_token=room-again&state=s', ({ tokens }) => tokens.access_token === 'room-again');
      await popup.getByRole('button', { name: 'Dismiss' }).click();
      await waitUntil(async () => !(await text()).includes('A login could not be kept'), { what: 'the notice to go' });
    });
  });

  describe('the stored profiles are broken', () => {
    test.each([
      ['a text', 'text'],
      ['null', null],
      ['an object', { 0: 'zero' }],
    ])('%s where the list should be: said, and left where it is', async (_, broken) => {
      await register(broken);
      await popup.bringToFront();
      await popup.getByRole('heading', { name: '1 stored profile could not be read' }).waitFor();
      expect(await storedProfiles()).toEqual(broken);
      await register([profile({ callback })]);
      await waitUntil(async () => (await buttons('Sign in')) === 1, { what: 'the profile to be back' });
    });

    test('beside broken ones a good one captures, and nothing is deleted', async () => {
      const stored = ['text', profile({ callback }), { id: 'broken' }, null, profile({ callback: 7 as never })];
      await register(stored);
      await popup.bringToFront();
      await popup.getByRole('heading', { name: '4 stored profiles could not be read' }).waitFor();
      await comes('access_token=beside-broken', ({ tokens }) => tokens.access_token === 'beside-broken');
      expect(await storedProfiles()).toEqual(stored);
      expect(await buttons('Sign in')).toBe(1);
      await register([profile({ callback })] satisfies Profile[]);
    });
  });

  describe('hostile text', () => {
    const hostile = () => [
      `<img class="made" src="${lure.origin}/img" onerror="document.body.dataset.made=1">`,
      `<script class="made" src="${lure.origin}/script"></script>`,
      '<b class="made">b</b>',
      'javascript:alert(1)',
      `${lure.origin}/link`,
    ];
    const unseen = [
      ['a\u202Eb', 'a⟨U+202E⟩b'],
      ['a\u200Bb', 'a⟨U+200B⟩b'],
      ['a\u2066b\u2069', 'a⟨U+2066⟩b⟨U+2069⟩'],
      ['a\u0000b', 'a⟨U+0000⟩b'],
    ] as const;
    const made = () =>
      popup.evaluate(() => {
        const found = [
          ...document.querySelectorAll('.made, img, iframe, script:not([src^="popup"], [src^="./popup"])'),
        ];
        const links = [...document.querySelectorAll('a')].filter(({ hash, href }) => !href.endsWith(hash) || !hash);
        return [...found, ...links].map(({ outerHTML }) => outerHTML);
      });

    test('in claims, values and names, is text', async () => {
      const texts = hostile();
      const held = token({
        sub: 'hostile',
        ...Object.fromEntries(texts.map((value, at) => [`h${at}`, value])),
        ...Object.fromEntries(unseen.map(([value], at) => [`u${at}`, value])),
        picture: `${lure.origin}/picture`,
        profile: 'javascript:alert(2)',
        'cognito:groups': texts,
        [texts[2] ?? '']: 'a name',
        'n\u202Eame': 'another name',
      });
      await comes(`id_token=${held}&access_token=${encodeURIComponent(texts[0] ?? '')}`, ({ tokens }) => {
        return tokens.id_token === held;
      });
      for (const words of [...texts, ...unseen.map(([, shown]) => shown), 'n⟨U+202E⟩ame', 'javascript:alert(2)']) {
        await waitUntil(async () => (await text()).includes(words), { what: `the popup to show ${words}` });
      }
      const raw = await text();
      for (const [value] of unseen) expect(raw).not.toContain(value);
      expect(await made()).toEqual([]);
      expect(await popup.evaluate(() => document.title)).toBe('Claimcheck popup');
    });

    test('in an error answer, is text', async () => {
      const texts = hostile();
      const description = [...texts, ...unseen.map(([value]) => value)].join(' ');
      const fragment = new URLSearchParams({
        error: 'server_error',
        error_description: description,
        error_uri: 'javascript:alert(3)',
        [texts[2] ?? '']: texts[0] ?? '',
      });
      const capture = await comes(String(fragment), ({ error }) => error?.uri === 'javascript:alert(3)');
      expect(capture.error?.description).toBe(description);
      const shown = [...texts, ...unseen.map(([, words]) => words)].join(' ');
      await waitUntil(async () => (await text()).includes(shown), { what: 'the popup to show the description' });
      await waitUntil(async () => (await text()).includes('javascript:alert(3)'), {
        what: 'the popup to show the link',
      });
      expect(await made()).toEqual([]);
    });

    test('as the error itself, is text', async () => {
      const fragment = new URLSearchParams({ error: `<img class="made" src="${lure.origin}/e">\u202E` });
      await comes(String(fragment), ({ error }) => error?.error.startsWith('<img'));
      await waitUntil(async () => (await text()).includes(`<img class="made" src="${lure.origin}/e">⟨U+202E⟩`), {
        what: 'the popup to show the error',
      });
      expect(await made()).toEqual([]);
    });
  });
});

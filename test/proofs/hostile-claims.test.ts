import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countUnseen, safeText } from '../../popup/state/safe-text.ts';
import { waitUntil } from '../../tools/wait-until.mjs';
import { notedErrors, noteErrors } from '../e2e/support/background-errors.ts';
import { browsersAlike } from '../e2e/support/browsers.ts';
import { type PageServer, servePages } from '../e2e/support/page-server.ts';
import { settled } from '../e2e/support/visit.ts';
import type { Watched } from '../e2e/support/watched.ts';
import { whole } from '../support/whole.ts';
import { activeTexts, longTexts, oddTexts, posingTexts } from '../vectors/hostile-text.ts';
import { largeTokens } from './support/hostile/large-tokens.ts';
import { lookAt, type Made, noteProblems, type Sized, strangeAddresses } from './support/hostile/look.ts';
import { type Case, casesOf, harmless } from './support/hostile/records.ts';
import { tryAll } from './support/hostile/tries.ts';

const callback = 'http://localhost:9/callback';
/** What the pages show, and how wide they are: the popup is as wide as its sheet says. */
const widths = whole('proofs', [1280, 400], [1280]);
/** The lines of a page that hold what cannot be seen. */
const unseenIn = ({ text, where }: Made) =>
  text
    .split(/[\n\r\t]/)
    .filter((line) => countUnseen(line) > 0)
    .map((line) => `${where}: ${safeText(line).slice(0, 300)}`);

const inPage = whole('proofs', ['claims', 'opaque', 'error'], ['claims']);
/** Other places, each with words that it alone has: until they stand there the place before is shown. */
const elsewhere: [hash: string, words: string][] = [
  ['#profiles/claims', 'What the browser will ask'],
  ...whole<[string, string][]>(
    'proofs',
    [
      ['#settings', 'What is stored now'],
      ['#compare/claims/opaque', 'Copy as Markdown'],
    ],
    [],
  ),
];

/** How each try ends: what meets no error is refused without one. */
const meets = {
  ...each(['eval', 'Function'], 'EvalError'),
  ...each(['setTimeout', 'innerHTML', 'insertAdjacentHTML', 'DOMParser', 'srcdoc', 'onclick'], 'TypeError'),
  ...each(['createPolicy', 'a data script', 'a script from elsewhere'], 'TypeError'),
  ...each(['an inline script', 'an inline style', 'an image', 'a frame', 'a base'], 'nothing'),
};
function each(names: string[], end: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, end]));
}
const refuses = ['base-uri', 'frame-src', 'img-src', 'require-trusted-types-for', 'style-src-elem', 'trusted-types'];

describe.each(browsersAlike)('%s: texts from outside', (_, launch) => {
  let driver: Watched;
  let lure: PageServer;
  let popup: Sized;
  let page: Sized;
  let problems: (() => Promise<string[]>)[];

  beforeAll(async () => {
    lure = await servePages((_request, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end());
    driver = await launch();
    await settled(driver);
    await noteErrors(driver);
    [popup, page] = [await open('popup.html'), await open('page.html#settings')];
    problems = [await noteProblems(popup), await noteProblems(page)];
  });
  afterAll(async () => {
    await driver?.close();
    await lure?.close();
  });

  // both drivers can set the size of a window
  const open = async (path: string) => (await driver.openPage(path)) as Sized;

  async function store(cases: readonly Case[], [first = '', second = '', ...others]: readonly string[]): Promise<void> {
    const document = { issuer: second, claims_supported: others };
    await driver.writeStorage('session', {
      captures: cases.map(({ capture }) => capture),
      documents: [{ key: `metadata ${first}`, value: { document } }],
    });
    await driver.writeStorage('local', {
      profiles: cases.map(({ own }) => own),
      activeProfile: cases[0]?.id,
      notices: [{ kind: 'too_large', at: Date.now(), callback: first, detail: second }],
    });
  }

  /** A page at rest, once it shows these words. */
  async function atRest(one: Sized, words: string, where: string): Promise<Made> {
    let last = '';
    return waitUntil(
      async () => {
        const look = await lookAt(one, where);
        // how long ago something was counts on
        const now = look.text.replace(/\d+/g, '');
        const isSame = now === last;
        last = now;
        return isSame && look.text.includes(words) && look;
      },
      { what: `${where} to be at rest with ${words}`, timeout: 60_000 },
    );
  }

  async function goTo(hash: string): Promise<void> {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
  }

  /** What every place is made of that shows these texts. */
  async function looksAt(texts: readonly string[]): Promise<Made[]> {
    const cases = casesOf(texts, callback);
    await store(cases, texts);
    const looks: Made[] = [];
    for (const { id, own } of cases) {
      const name = safeText(own.name);
      await popup.bringToFront();
      await popup.setViewportSize({ width: 400, height: 600 });
      await driver.writeStorage('local', { activeProfile: id });
      looks.push(await atRest(popup, name, `popup ${id}`));
      if (!inPage.includes(id)) continue;
      await page.bringToFront();
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await goTo(`#captures/${id}`);
        looks.push(await atRest(page, name, `page ${width} ${id}`));
      }
    }
    for (const [hash, words] of elsewhere) {
      await goTo(hash);
      looks.push(await atRest(page, words, `page ${hash}`));
    }
    return looks;
  }

  const namesOf = (looks: readonly Made[]) => new Set(looks.flatMap(({ names }) => names));

  test('stay text in every place, load nothing and leave the layout as it is', async () => {
    const texts = [
      ...activeTexts(lure.origin),
      ...oddTexts,
      ...posingTexts,
      ...longTexts(whole('proofs', 20_000, 400)),
    ];
    const plain = namesOf(await looksAt(harmless(texts)));
    const looks = await looksAt(texts);
    expect([...namesOf(looks)].filter((name) => !plain.has(name))).toEqual([]);
    const all = looks.map(({ text }) => text).join('\n');
    const lines = texts.flatMap((text) => text.split('\n')).filter((text) => text.trim() !== '' && text.length < 200);
    expect(lines.filter((line) => !all.includes(safeText(line)))).toEqual([]);
    expect(looks.flatMap(unseenIn)).toEqual([]);
    expect(looks.flatMap((look) => strangeAddresses(look, lure.origin))).toEqual([]);
    expect(looks.flatMap(({ where, sideways }) => sideways.map((what) => `${where}: ${what}`))).toEqual([]);
    // none of what was looked for would be missed
    await page.evaluate((src) => {
      const added = document.createElement('marquee');
      added.setAttribute('src', src);
      document.body.append(added, '\u202E');
    }, lure.origin);
    const control = await lookAt(page, 'control');
    expect(control.names.filter((name) => !plain.has(name))).toEqual(['marquee', 'marquee[src]']);
    expect(unseenIn(control)).toHaveLength(1);
    expect(strangeAddresses(control, lure.origin)).toEqual([`marquee[src] ${lure.origin}`]);
  });

  test.each(largeTokens)('leave the popup in shape: %s', async (name, held) => {
    const [one] = casesOf(harmless(['a']), callback);
    if (!one) throw new Error('no case');
    const own = { ...one.own, name: `with ${name}` };
    const capture = { ...one.capture, params: [], tokens: { id_token: held, access_token: held } };
    await popup.bringToFront();
    await popup.setViewportSize({ width: 400, height: 600 });
    await store([{ ...one, own, capture }], []);
    const look = await atRest(popup, own.name, name);
    expect(look.sideways).toEqual([]);
    expect(await popup.getByRole('button', { name: /^Copy (?:expired )?token$/ }).isVisible()).toBe(true);
    expect(await popup.evaluate(() => 'polluted' in {})).toBe(false);
  });

  test('have failed nothing and loaded nothing', async () => {
    for (const read of problems) expect(await read()).toEqual(['Error: a probe']);
    expect(await notedErrors(driver)).toEqual(['Error: a probe']);
    expect(lure.requests).toEqual([]);
  });

  test('are made code or markup by nobody: the policy refuses every way', async () => {
    // Chromium names what it was asked for, though nothing left it
    driver.expectCalls(`${lure.origin}/try.png`, `${lure.origin}/try-style.png`, `${lure.origin}/try.js`);
    for (const [one, name] of [
      [popup, 'popup.html'],
      [page, 'page.html'],
    ] as const) {
      const { met, refused, ran } = await one.evaluate(tryAll, lure.origin);
      expect({ met, refused, ran }).toEqual({ met: meets, refused: refuses, ran: 'no' });
      expect(await one.url()).toContain(name);
    }
    expect(lure.requests).toEqual([]);
  });

  test('would be, on a page without such a policy', async () => {
    const plain = await driver.newTab(`${lure.origin}/plain`);
    const { met, refused, ran } = await plain.evaluate(tryAll, lure.origin);
    expect([new Set(Object.values(met)), refused, ran]).toEqual([new Set(['nothing']), [], 'yes']);
    expect(lure.requests).toContain('GET /try.png');
  });
});

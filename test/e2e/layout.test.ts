import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlainPage, type PlainPage } from './support/plain-page.ts';

// Narrow windows, 200 % zoom, forced colours and reduced motion, on the plain page.
let plain: PlainPage;
let page: Page;

beforeAll(async () => {
  plain = await openPlainPage();
  page = plain.page;
});
afterAll(() => plain?.close());

async function open(name: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await plain.open(name);
}

const panels = ['panel-empty', 'panel-captured', 'panel-refused', 'panel-paused', 'panel-not-allowed', 'panel-many'];
const pages = ['page-expired', 'page-error', 'page-paused', 'page-shortcuts', 'page-settings', 'page-profile-new'];

describe('nothing scrolls sideways', () => {
  // 640 px is a window of 1280 px at 200 %
  test.each([
    ...panels.map((name) => [name, [480, 360, 320]] as const),
    ...pages.map((name) => [name, [759, 640, 480, 360]] as const),
  ])('in %s at %j px', async (name, widths) => {
    await open(name, widths[0] ?? 0);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  test('and the page is one column', async () => {
    await open('page-expired', 759);
    const { list, main } = await boxes();
    expect(main.y).toBeGreaterThanOrEqual(list.y + list.height);
    await open('page-expired', 760);
    const wide = await boxes();
    expect(wide.main.x).toBeGreaterThanOrEqual(wide.list.x + wide.list.width);
  });
});

describe('in the popup', () => {
  const icon = (name: string) => page.getByRole('button', { name, exact: true }).locator('svg');

  test('what is busy, done or a next step is seen by its icon', async () => {
    await open('calling', 400);
    expect(await icon('Call userInfo').isVisible()).toBe(true);
    await open('expired', 400);
    expect(await icon('Sign in again').isVisible()).toBe(true);
    await open('error-page', 400);
    expect(await icon('Copy callback URL').isVisible()).toBe(true);
    // there is room beside the verdict for the hour
    expect(await page.locator('.stub .when').textContent()).toMatch(/^\d\d:\d\d:\d\d, just now$/);
  });

  test('what the action row says moves nothing below it', async () => {
    await open('no-userinfo-endpoint', 400);
    const top = async () => (await page.getByRole('heading', { name: 'Claims' }).boundingBox())?.y;
    const before = await top();
    await page.getByRole('button', { name: 'Call userInfo' }).focus();
    await page.locator('output').getByText('This profile has no userInfo endpoint.').waitFor();
    expect(await top()).toBe(before);
    await page.keyboard.press('c');
    await page.locator('output').getByText('Copied').first().waitFor();
    expect(await top()).toBe(before);
  });

  test('the two halves of a split button meet, and its menu keeps its own shape', async () => {
    await open('menu-sign-in', 400);
    const corners = await page.locator('.split > *').evaluateAll((parts) =>
      parts.map((part) => {
        const { borderStartStartRadius: start, borderStartEndRadius: end } = getComputedStyle(part);
        return [start, end];
      }),
    );
    expect(corners).toEqual([
      ['6px', '0px'],
      ['0px', '6px'],
      ['10px', '10px'],
    ]);
  });
});

async function boxes() {
  const [list, main] = await Promise.all([page.locator('.list').boundingBox(), page.locator('main').boundingBox()]);
  if (!list || !main) throw new Error('The page has no list.');
  return { list, main };
}

/** The names of what moves at this moment. */
const moving = () =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one.playState === 'running')
      .map((one) => (one as CSSAnimation).animationName),
  );

test('the row of a parameter that was changed flashes once', async () => {
  await open('page-profile', 1280);
  const flashed = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('animationend', ({ target }) => resolve((target as Element).textContent ?? ''));
      }),
  );
  await page.getByRole('button', { name: 'Remove scope email' }).click();
  expect(await flashed).toMatch(/^scope/);
  expect(await page.locator('[data-changed]').count()).toBe(1);
});

test('nothing moves where a person wants no motion', async () => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open('fresh-signing-in', 400);
  expect(await moving()).toContain('turn');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toEqual([]);
});

describe('in forced colours', () => {
  beforeAll(() => page.emulateMedia({ forcedColors: 'active' }));
  afterAll(() => page.emulateMedia({ forcedColors: 'none' }));

  test.each(['captured', 'panel-refused', 'page-expired'])('of %s every stop of Tab has a ring', async (name) => {
    await open(name, name.startsWith('page-') ? 1280 : 400);
    for (let press = 0; press < 20; press += 1) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return undefined;
        const { outlineStyle, outlineWidth, outlineColor, backgroundColor } = getComputedStyle(focused);
        return {
          what: focused.outerHTML.slice(0, 80),
          outlineStyle,
          outlineWidth,
          isSeen: outlineColor !== backgroundColor,
        };
      });
      if (!ring) break;
      expect(ring).toMatchObject({ outlineStyle: 'solid', outlineWidth: '2px', isSeen: true });
    }
  });

  test.each(['captured', 'failed-many', 'passed-with-warning'])(
    'the verdicts of %s keep their shapes',
    async (name) => {
      await open(name, 400);
      const shapes = await page.locator(':is(.stub, .checks) svg').evaluateAll((all) =>
        all.map((svg) => {
          const { stroke, visibility } = getComputedStyle(svg);
          return { stroke, visibility, width: svg.getBoundingClientRect().width };
        }),
      );
      expect(shapes.length).toBeGreaterThan(1);
      const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      for (const { stroke, visibility, width } of shapes) {
        expect([visibility, width]).toEqual(['visible', 16]);
        expect([ground, 'none']).not.toContain(stroke);
      }
    },
  );
});

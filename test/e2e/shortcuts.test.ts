import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlainPage, type PlainPage } from './support/plain-page.ts';

// The keys that press no button of a capture: the list of shortcuts, Escape, the arrows of a list; and where the focus
// stays. On the plain page.
let plain: PlainPage;
let page: Page;

beforeAll(async () => {
  plain = await openPlainPage({ viewport: { width: 420, height: 600 } });
  page = plain.page;
});
afterAll(() => plain?.close());

const open = (name: string) => plain.open(name);

const list = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Switches the single keys off, as Settings do, and waits until nothing names one. */
async function switchKeysOff(): Promise<void> {
  await page.evaluate(() => {
    // the plain page puts its host on the window
    const { host } = globalThis as unknown as { host: import('../../popup/host.ts').Host };
    return host.settings.set({ singleKeys: false });
  });
  await page.locator('[aria-keyshortcuts]').first().waitFor({ state: 'detached' });
}

describe('the list of shortcuts', () => {
  test.each([
    ['captured', 'Filter claims'],
    ['panel-captured', 'Filter claims'],
    ['page-paused', 'Search captures'],
  ])('opens with ? in %s, closes with Escape, and gives the focus back', async (name, words) => {
    await open(name);
    await page.getByRole('button', { name: 'Sign in', exact: true }).focus();
    await page.keyboard.press('?');
    await list().getByText(words).waitFor();
    await page.keyboard.press('c');
    await page.keyboard.press('Escape');
    await list().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Sign in');
    expect(await page.locator('.actions output').textContent()).not.toContain('copied');
  });

  test('leads to Settings, where the keys can be switched off', async () => {
    await open('captured');
    await page.keyboard.press('?');
    await list().getByRole('button', { name: 'Open Settings' }).click();
    expect(await page.evaluate(() => document.documentElement.dataset.opened)).toBe('page.html#settings');
  });

  test('is there with the keys switched off too, behind its button alone, and says so', async () => {
    await open('page-paused');
    await switchKeysOff();
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    expect(await list().count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await list().getByText('Single keys are switched off in Settings').waitFor();
    expect(await list().getByText('Call userInfo').count()).toBe(0);
  });

  test('does not open in the popup while the keys are switched off', async () => {
    await open('captured');
    await switchKeysOff();
    await page.keyboard.press('?');
    expect(await list().count()).toBe(0);
  });
});

describe('Escape', () => {
  const filter = () => page.getByRole('searchbox', { name: 'Filter claims' });

  test('closes the menu or the list that is open first, then clears the filter', async () => {
    await open('captured');
    await page.keyboard.press('/');
    await page.keyboard.type('exp');
    await page.getByRole('button', { name: 'Copy as…' }).click();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await filter().inputValue()).toBe('exp');
    await page.keyboard.press('?');
    await list().waitFor();
    await page.keyboard.press('Escape');
    await list().waitFor({ state: 'detached' });
    expect(await filter().inputValue()).toBe('exp');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copy nonce' }).waitFor();
    expect(await filter().inputValue()).toBe('');
  });

  test('is taken by the filter as long as there is something to clear', async () => {
    await open('captured');
    await page.evaluate(() => {
      document.addEventListener('keydown', (event) => {
        document.documentElement.dataset.left = String(!event.defaultPrevented);
      });
    });
    await filter().fill('exp');
    await filter().press('Escape');
    expect(await filter().inputValue()).toBe('');
    expect(await page.evaluate(() => document.documentElement.dataset.left)).toBe('false');
    await filter().press('Escape');
    expect(await page.evaluate(() => document.documentElement.dataset.left)).toBe('true');
  });
});

test('arrows, Home and End move in the list of captures, and do not go round', async () => {
  await open('panel-captured');
  const links = page.getByRole('navigation', { name: 'Captures' }).getByRole('link');
  const at = () => links.evaluateAll((all) => all.indexOf(document.activeElement as HTMLAnchorElement));
  await links.first().focus();
  const steps: [key: string, place: number][] = [
    ['ArrowDown', 1],
    ['ArrowDown', 2],
    ['ArrowDown', 2],
    ['Home', 0],
    ['ArrowUp', 0],
    ['End', 2],
    ['ArrowUp', 1],
  ];
  for (const [key, place] of steps) {
    await page.keyboard.press(key);
    expect(await at(), key).toBe(place);
  }
});

test('where a new capture takes the place of one that nobody reads, the focus goes to the same button of it', async () => {
  await open('panel-captured');
  await page.locator('.actions').getByRole('button', { name: 'Copy token' }).focus();
  await page.evaluate(() => {
    const { host } = globalThis as unknown as { host: import('../../popup/host.ts').Host };
    return host.captures.update((all) => {
      const [newest] = all;
      const next = newest && { ...newest, id: 'next', capturedAt: newest.capturedAt + 1000, startedHere: false };
      return next ? [next, ...all] : all;
    });
  });
  const links = page.getByRole('navigation', { name: 'Captures' }).getByRole('link');
  await links.nth(3).waitFor();
  expect(await links.first().getAttribute('aria-current')).toBe('true');
  expect(await focused()).toBe('Copy token');
});

test('where a key shows another token, the same button of it has the focus', async () => {
  await open('captured');
  await page.getByRole('button', { name: 'Copy iss' }).focus();
  await page.keyboard.press('2');
  await page.getByRole('tab', { name: 'Access token', selected: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Copy iss');
});

test.each(['captured', 'panel-captured'])('in %s the focus goes to the bar once all is forgotten', async (name) => {
  await open(name);
  await page.getByRole('button', { name: 'Forget now' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Forget/ })
    .click();
  await page.getByText('Nothing captured yet').first().waitFor();
  expect(await focused()).toBe('Sign in');
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { noteLooks } from './looks.ts';

const colours = ['color-contrast', 'link-in-text-block'];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Axe = { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };

/** axe's rules: all, and those that a theme can break. */
const rules = {
  // axe leaves the size of targets out unless it is asked for
  all: { runOnly: tags, rules: { 'target-size': { enabled: true } } },
  colours: { runOnly: { type: 'rule', values: colours } },
} satisfies Record<string, RunOptions>;

/** axe in the page, which `violations` uses from then on. */
export async function prepareAxe(page: Page): Promise<void> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
}

/** What one run of axe finds, as the names of rules with the elements. */
async function run(page: Page, rules: RunOptions, among: 'all' | 'not known' | 'fresh'): Promise<string[][]> {
  // it would load every style sheet once more, for rules about media that there are none of
  const options: RunOptions = { ...rules, resultTypes: ['violations'], preload: false };
  return page.evaluate(
    async ({ options, among }) => {
      // axe puts itself on the window, `noteLooks` the elements
      const { axe, known, fresh } = globalThis as unknown as { axe: Axe; known: Element[]; fresh: Element[] };
      if (among === 'fresh' && fresh.length === 0) return [];
      const include = among === 'fresh' ? fresh : [document.documentElement];
      const { violations } = await axe.run({ include, exclude: among === 'not known' ? known : [] }, options);
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    },
    { options, among },
  );
}

/**
 * What is wrong with the page as it stands, in both themes. The themes differ in their colours alone. Told to be brief, it
 * looks at states that have a kind of element, a colour or a size that none before had, and there leaves out what did.
 */
export async function violations(page: Page, { isBrief }: { isBrief: boolean }): Promise<string[][]> {
  if (isBrief && !(await page.evaluate(noteLooks))) return [];
  const light = await run(page, rules.all, isBrief ? 'not known' : 'all');
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await run(page, rules.colours, isBrief ? 'fresh' : 'all');
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((found) => ['in dark', ...found])];
}

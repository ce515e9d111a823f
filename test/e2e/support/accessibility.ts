import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { noteLooks } from './looks.ts';

const of = (names: string[]) => Object.fromEntries(names.map((name) => [name, { enabled: false }]));
const colours = ['color-contrast', 'link-in-text-block'];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Axe = { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };

/** axe's rules: all, those that a theme can break, those that neither colours nor sizes can. */
const rules = {
  // axe leaves the size of targets out unless it is asked for
  all: { runOnly: tags, rules: { 'target-size': { enabled: true } } },
  colours: { runOnly: { type: 'rule', values: colours } },
  structure: { runOnly: tags, rules: of([...colours, 'target-size']) },
} satisfies Record<string, RunOptions>;

/** axe in the page, which `violations` uses from then on. */
export async function prepareAxe(page: Page): Promise<void> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
}

/** What one run of axe finds, as the names of rules with the elements. */
async function run(page: Page, rules: RunOptions, hasKnown = false): Promise<string[][]> {
  // it would load every style sheet once more, for rules about media that there are none of
  const options: RunOptions = { ...rules, resultTypes: ['violations'], preload: false };
  return page.evaluate(
    async ({ options, hasKnown }) => {
      // axe puts itself on the window
      const { axe, known = [] } = globalThis as unknown as { axe: Axe; known?: Element[] };
      const context: ElementContext = { include: [document.documentElement], exclude: hasKnown ? known : [] };
      const { violations } = await axe.run(context, options);
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    },
    { options, hasKnown },
  );
}

/**
 * What is wrong with the page as it stands, in both themes. The themes differ in their colours alone. Told to be brief, it
 * leaves out what states before it had, letter for letter, and colours and sizes that they had all of.
 */
export async function violations(page: Page, { isBrief }: { isBrief: boolean }): Promise<string[][]> {
  if (isBrief && !(await page.evaluate(noteLooks))) return run(page, rules.structure, true);
  const light = await run(page, rules.all);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await run(page, rules.colours);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((found) => ['in dark', ...found])];
}

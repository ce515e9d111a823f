import { readFile } from 'node:fs/promises';

const assignment = /(\w+)\.innerHTML=(\w+)\.__html/g;

/**
 * Takes out of Preact the one statement that makes HTML from text; what `dangerouslySetInnerHTML` is given becomes text. Nothing
 * here uses it, stores warn of it, and without it no slip can bring it back. The build fails where Preact has changed.
 *
 * @returns {import('esbuild').Plugin}
 */
export function withoutInnerHtml() {
  return {
    name: 'without-inner-html',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]preact[\\/]dist[\\/]preact\.mjs$/ }, async ({ path }) => ({
        contents: asText(await readFile(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
}

/** @param {string} code */
export function asText(code) {
  const found = [...code.matchAll(assignment)];
  if (found.length !== 1)
    throw new Error(`Preact sets innerHTML ${found.length} times, not once: see what it does now`);
  return code.replace(assignment, '$1.textContent=$2.__html');
}

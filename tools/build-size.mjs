/** What a build weighs and what it may weigh: `npm run build` fails over it. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';

/**
 * In bytes. `paint`: JavaScript, with gzip, that popup and side panel load before they paint. `packed`: the extension as a
 * zip; docs/architecture.md says why it is not less.
 */
export const budget = { paint: 30 * 1024, packed: 310 * 1024 };

/** @typedef {{ what: string, bytes: number, limit: number, parts: [name: string, bytes: number][] }} Weight */

export class OverBudget extends Error {}

/** @param {Weight[]} weights */
export function expectWithin(weights) {
  const over = weights.filter(({ bytes, limit }) => bytes > limit);
  if (over.length > 0) throw new OverBudget(over.map(wordsOf).join('\n'));
}

/** @param {Weight} weight */
function wordsOf({ what, bytes, limit, parts }) {
  const biggest = parts.toSorted(([, one], [, other]) => other - one).slice(0, 10);
  const lines = biggest.map(([name, size]) => `  ${String(size).padStart(7)}  ${name}`);
  return [`${what}: ${bytes} bytes, ${bytes - limit} over the limit of ${limit}. The biggest parts:`, ...lines].join(
    '\n',
  );
}

/**
 * What an entry loads before it paints, as its static imports tell; the parts are sources, minified and without gzip.
 *
 * @param {string} entry the path of an output, as in the metafile
 * @param {import('esbuild').Metafile} metafile
 * @param {string} root what the paths in it are relative to
 * @returns {Promise<Weight>}
 */
export async function weighFirst(entry, { outputs }, root) {
  const files = loadedFirst(entry, outputs);
  const sizes = await Promise.all(
    [...files].map(async (file) => gzipSync(await readFile(path.join(root, file))).length),
  );
  /** @type {Map<string, number>} */
  const parts = new Map();
  for (const file of files) {
    for (const [source, { bytesInOutput }] of Object.entries(outputs[file]?.inputs ?? {})) {
      const name = source.replace(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+).*/, '$1');
      parts.set(name, (parts.get(name) ?? 0) + bytesInOutput);
    }
  }
  return {
    what: `JavaScript that ${path.basename(entry, '.js')}.html loads before it paints, with gzip`,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    limit: budget.paint,
    parts: [...parts],
  };
}

/**
 * @param {string} entry
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @param {Set<string>} [seen]
 */
function loadedFirst(entry, outputs, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const { path: imported, kind } of outputs[entry]?.imports ?? []) {
    if (kind === 'import-statement') loadedFirst(imported, outputs, seen);
  }
  return seen;
}

/** In bytes: what a zip holds for each file beside its name, twice, and its content; and what it ends with. */
const [perFile, end] = [30 + 46, 22];

/**
 * The folder as the stores get it: one zip.
 *
 * @param {string} folder
 * @returns {Promise<Weight>}
 */
export async function weighPacked(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((file) => path.join(file.parentPath, file.name));
  const parts = await Promise.all(
    files.map(async (file) => {
      const name = path.relative(folder, file);
      const packed = deflateRawSync(await readFile(file), { level: 9 }).length;
      return /** @type {[string, number]} */ ([name, perFile + 2 * name.length + packed]);
    }),
  );
  const bytes = parts.reduce((sum, [, size]) => sum + size, end);
  return { what: `${path.basename(folder)}, packed`, bytes, limit: budget.packed, parts };
}

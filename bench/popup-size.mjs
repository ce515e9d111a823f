import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * KB (gzip) of the JavaScript that a script of a build brings before it runs, with what it imports statically.
 *
 * @param {string} dist
 * @param {string} script
 */
export async function measureSize(dist, script) {
  const files = await importsOf(dist, script);
  return [...files.values()].reduce((sum, code) => sum + gzipSync(code).length, 0) / 1024;
}

/**
 * @param {string} dist
 * @param {string} file
 * @param {Map<string, string>} [seen]
 */
async function importsOf(dist, file, seen = new Map()) {
  if (seen.has(file)) return seen;
  const code = await readFile(path.join(dist, file), 'utf8');
  seen.set(file, code);
  for (const [, imported = ''] of code.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) await importsOf(dist, imported, seen);
  return seen;
}

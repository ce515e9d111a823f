import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { storedZip } from './stored-zip.mjs';

/**
 * A folder as a zip archive, its files in the order of their names.
 *
 * @param {string} folder
 */
export function packFolder(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return storedZip(
    paths.map((path) => ({ name: relative(folder, path).split(sep).join('/'), data: readFileSync(path) })),
  );
}

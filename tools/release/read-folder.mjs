import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The files of a folder and below, as an archive takes them.
 *
 * @param {string} folder
 * @returns {import('./zip.mjs').ZipEntry[]}
 */
export function readFolder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(folder, file).split(path.sep).join('/'), data: readFileSync(file) }));
}

import { readFolder } from '../release/read-folder.mjs';
import { zip } from '../release/zip.mjs';

/**
 * A folder as a zip archive without compression, its files in the order of their names.
 *
 * @param {string} folder
 */
export function packFolder(folder) {
  return zip(readFolder(folder), { isStored: true });
}

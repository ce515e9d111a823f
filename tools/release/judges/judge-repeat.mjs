import { fail, pass } from '../verdict.mjs';

/** @typedef {{ file: string, sha256: string }} Sum */

/**
 * Are the packages byte-identical when they are made again elsewhere?
 *
 * @param {{ here: Sum[], elsewhere: Sum[] }} made `elsewhere`: from the unpacked source package
 */
export function judgeRepeat({ here, elsewhere }) {
  const check = 'packages made twice';
  const other = here.filter(({ file, sha256 }) => sha256 !== elsewhere.find((sum) => sum.file === file)?.sha256);
  if (other.length === 0) return pass(check, 'here and from the unpacked source package: the same bytes in all three');
  return fail(
    check,
    `${other.map(({ file }) => file).join(', ')}: other bytes when made from the unpacked source package`,
    'look for a path, a time or an order in what differs; a file that git does not know is not in the source package',
  );
}

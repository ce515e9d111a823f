import { fail, notChecked, pass } from '../verdict.mjs';

/**
 * Is what would be released what is committed?
 *
 * @param {string[] | undefined} changes lines of `git status --porcelain`; undefined: there is no git
 */
export function judgeTree(changes) {
  const check = 'clean tree';
  if (changes === undefined) return notChecked(check, 'this folder is no clone', 'release from a clone');
  if (changes.length === 0) return pass(check, 'nothing differs from the last commit');
  const some = changes.slice(0, 5).map((line) => line.slice(3));
  const more = changes.length > some.length ? ` and ${changes.length - some.length} more` : '';
  return fail(check, `${some.join(', ')}${more}`, 'commit these files, or remove them');
}

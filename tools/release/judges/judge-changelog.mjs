import { fail, notChecked, pass } from '../verdict.mjs';

/**
 * The text under the heading of a version, without the heading; undefined where there is none.
 *
 * @param {string} changelog
 * @param {string} version
 */
export function findSection(changelog, version) {
  return wholeSection(changelog, version)?.split('\n').slice(1).join('\n').trim();
}

/** @param {string} changelog @param {string} version */
function wholeSection(changelog, version) {
  const isOf = (/** @type {string} */ section) => /^\[?([^\s\],]+)/.exec(section)?.[1] === version;
  return changelog.split(/^## /m).slice(1).find(isOf);
}

/**
 * Does CHANGELOG.md say what is new in this version?
 *
 * @param {{ version: string, changelog: string }} release
 */
export function judgeChangelog({ version, changelog }) {
  const check = 'changelog';
  const section = findSection(changelog, version);
  const heading = wholeSection(changelog, version)?.split('\n', 1)[0] ?? '';
  if (section && !/\d{4}-\d{2}-\d{2}/.test(heading))
    return notChecked(check, `"## ${heading}" has no day yet`, 'write the day of the release there when it is known');
  if (section) return pass(check, `CHANGELOG.md says what ${version} brings`);
  return fail(
    check,
    section === undefined ? `CHANGELOG.md has no heading "## ${version}"` : `Nothing stands under "## ${version}"`,
    'write there what is new, in plain words',
  );
}

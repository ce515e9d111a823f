import { fail, pass } from '../verdict.mjs';

/**
 * The text under the heading of a version, without the heading; undefined where there is none.
 *
 * @param {string} changelog
 * @param {string} version
 */
export function findSection(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const isOf = (/** @type {string} */ section) => /^\[?([^\s\],]+)/.exec(section)?.[1] === version;
  return sections.find(isOf)?.split('\n').slice(1).join('\n').trim();
}

/**
 * Does CHANGELOG.md say what is new in this version?
 *
 * @param {{ version: string, changelog: string }} release
 */
export function judgeChangelog({ version, changelog }) {
  const check = 'changelog';
  const section = findSection(changelog, version);
  if (section) return pass(check, `CHANGELOG.md says what ${version} brings`);
  return fail(
    check,
    section === undefined ? `CHANGELOG.md has no heading "## ${version}"` : `Nothing stands under "## ${version}"`,
    'write there what is new, in plain words',
  );
}

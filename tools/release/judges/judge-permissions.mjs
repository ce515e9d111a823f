import { fail, pass } from '../verdict.mjs';
import { findSection } from './judge-changelog.mjs';

const members = ['permissions', 'optional_permissions', 'host_permissions', 'optional_host_permissions'];

/** @typedef {Record<string, string[]>} Held what a manifest asks for, by its member */
/** @typedef {{ chromium: Held, firefox: Held }} HeldByBrowser */

/** What a manifest asks for. @param {Record<string, any>} manifest @returns {Held} */
export function heldIn(manifest) {
  return Object.fromEntries(members.flatMap((member) => (manifest[member] ? [[member, manifest[member]]] : [])));
}

/**
 * Is every permission that is new, gone, or asked for at another time than in the last release, named in CHANGELOG.md?
 *
 * @param {{ version: string, changelog: string, held: HeldByBrowser,
 *   last: { version: string | null, held: HeldByBrowser } }} release `last`: docs/store/permissions.json
 */
export function judgePermissions({ version, changelog, held, last }) {
  const check = 'permissions';
  const changed = /** @type {const} */ (['chromium', 'firefox']).flatMap((browser) =>
    members.flatMap((member) => difference(held[browser][member], last.held[browser]?.[member])),
  );
  const since = last.version ?? 'the beginning: there is no release yet';
  if (changed.length === 0) return pass(check, `the same as in ${since}`);
  const section = findSection(changelog, version) ?? '';
  const names = [...new Set(changed)].sort();
  const unnamed = names.filter((name) => !section.includes(`\`${name}\``));
  if (unnamed.length === 0) return pass(check, `${names.length} changed since ${since}, all named in CHANGELOG.md`);
  return fail(
    check,
    `changed since ${since}: ${unnamed.join(', ')}`,
    `say under "## ${version}" of CHANGELOG.md what each is for, with its name in backticks`,
  );
}

/** @param {string[]} one @param {string[]} other */
function difference(one = [], other = []) {
  return [...one.filter((name) => !other.includes(name)), ...other.filter((name) => !one.includes(name))];
}

import { fail, pass } from '../verdict.mjs';

/** @typedef {{ code: string, message: string, file?: string, line?: number }} LintMessage */

/**
 * Would addons.mozilla.org take the package as it is? A notice does not count.
 *
 * @param {{ errors: LintMessage[], warnings: LintMessage[], notices: LintMessage[] }} found by addons-linter
 */
export function judgeLint({ errors, warnings, notices }) {
  const check = 'lint of the Firefox package';
  const bad = [...errors, ...warnings];
  if (bad.length === 0) return pass(check, `no error, no warning, ${notices.length} notices`);
  const said = bad.map(({ code, message, file, line }) => `${code}: ${message} (${file ?? 'package'}:${line ?? 0})`);
  return fail(check, said.join('; '), 'mend it in the source; `npm run package` and look again');
}

/**
 * What one check of a release says. `said`: what was found; `todo`: what to do about it.
 *
 * @typedef {{ check: string, result: 'pass' | 'fail' | 'not_checked', said: string, todo?: string }} Verdict
 */

/** @param {string} check @param {string} said @returns {Verdict} */
export const pass = (check, said) => ({ check, result: 'pass', said });

/** @param {string} check @param {string} said @param {string} todo @returns {Verdict} */
export const fail = (check, said, todo) => ({ check, result: 'fail', said, todo });

/** What could not be looked at is never a pass. @param {string} check @param {string} said @param {string} todo @returns {Verdict} */
export const notChecked = (check, said, todo) => ({ check, result: 'not_checked', said, todo });

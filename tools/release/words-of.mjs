const heads = { pass: 'pass       ', fail: 'fail       ', not_checked: 'not checked' };

/**
 * The lines that `npm run release:check` prints: one a check, what to do under it, and at the end what it comes to.
 *
 * @param {import('./verdict.mjs').Verdict[]} verdicts
 */
export function wordsOf(verdicts) {
  const lines = verdicts.flatMap(({ check, result, said, todo }) => [
    `${heads[result]}  ${check}: ${said}`,
    ...(todo ? [`${' '.repeat(heads.pass.length)}  → ${todo}`] : []),
  ]);
  const count = (/** @type {string} */ result) => verdicts.filter((verdict) => verdict.result === result).length;
  const open = verdicts.filter(({ result }) => result === 'not_checked').map(({ check }) => check);
  const unseen = open.length ? `, ${open.length} not checked (${open.join(', ')}), which is no pass` : '';
  return [...lines, '', `${count('pass')} passed, ${count('fail')} failed${unseen}`].join('\n');
}

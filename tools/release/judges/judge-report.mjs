import { fail, notChecked, pass } from '../verdict.mjs';

/** Fewer made-up inputs for a door are no whole run. */
const fewestCases = 100_000;

/**
 * Has a long run passed, was it about the build that would be released, by the tests as they are now, and was it the whole?
 *
 * @param {{ name: import('../../reports.mjs').ReportName, report: import('../../reports.mjs').Report | undefined,
 *   build: string, source: string }} run `build` and `source`: the fingerprints as they are now
 */
export function judgeReport({ name, report, build, source }) {
  const check = `report of ${name}`;
  const command = name === 'test' ? 'npm test' : `npm run ${name}`;
  if (!report) return fail(check, 'there is none', `run ${command}`);
  if (report.build !== build)
    return fail(check, `it is about another build, ${report.build.slice(0, 12)}…`, `run ${command} again`);
  if (report.source !== source) return fail(check, 'its sources were changed since', `run ${command} again`);
  if (!report.ok) {
    const count = report.failed ? `${report.failed} failed` : 'it did not pass';
    return fail(check, count, `mend it, and run ${command} again`);
  }
  if (name === 'fuzz' && !((report.cases ?? 0) >= fewestCases))
    return fail(check, `only ${report.cases ?? 0} cases a door`, `run ${command} without --cases`);
  const leftOut = report.findings.flatMap(leftOutIn);
  if (leftOut.length > 0)
    return notChecked(check, `left out: ${leftOut.join('; ')}`, `run ${command} on a machine that allows it`);
  const count = report.passed === undefined ? '' : `${report.passed} passed, `;
  return pass(check, `${count}${report.at}`);
}

/** What a run could not try on its machine. @param {unknown} finding */
function leftOutIn(finding) {
  const isTold = typeof finding === 'object' && finding !== null && 'leftOut' in finding;
  return isTold ? [String(finding.leftOut)] : [];
}

import { fail, pass } from '../verdict.mjs';

/**
 * Has a long run passed, and was it about the build that would be released?
 *
 * @param {{ name: import('../../reports.mjs').ReportName, report: import('../../reports.mjs').Report | undefined,
 *   build: string }} run `build`: the fingerprint of what would be released
 */
export function judgeReport({ name, report, build }) {
  const check = `report of ${name}`;
  const command = name === 'test' ? 'npm test' : `npm run ${name}`;
  if (!report) return fail(check, 'there is none', `run ${command}`);
  if (report.build !== build)
    return fail(check, `it is about another build, ${report.build.slice(0, 12)}…`, `run ${command} again`);
  if (!report.ok) {
    const count = report.failed ? `${report.failed} failed` : 'it did not pass';
    return fail(check, count, `mend it, and run ${command} again`);
  }
  const count = report.passed === undefined ? '' : `${report.passed} passed, `;
  return pass(check, `${count}${report.at}`);
}

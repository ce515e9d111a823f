import { expect, test } from 'vitest';
import { judgeReport } from '../../../../tools/release/judges/judge-report.mjs';

const build = 'a'.repeat(64);
const report = {
  report: 'soak' as const,
  at: '2026-11-26T10:00:00.000Z',
  build,
  ok: true,
  passed: 12,
  failed: 0,
  findings: [],
};

test('a run about this build that passed, passes', () => {
  expect(judgeReport({ name: 'soak', report, build })).toMatchObject({
    result: 'pass',
    said: expect.stringMatching(/12 passed/),
  });
});

test.each([
  ['no report', undefined, 'there is none'],
  ['another build', { ...report, build: 'b'.repeat(64) }, /another build/],
  ['a run that failed', { ...report, ok: false, failed: 2 }, '2 failed'],
  ['a run that broke off', { ...report, ok: false }, 'it did not pass'],
])('%s fails, and says what to run', (_, given, said) => {
  const verdict = judgeReport({ name: 'soak', report: given, build });
  expect(verdict.result).toBe('fail');
  expect(verdict.said).toMatch(said);
  expect(verdict.todo).toMatch(/npm run soak/);
});

test('the tests are run by npm test', () => {
  expect(judgeReport({ name: 'test', report: undefined, build }).todo).toBe('run npm test');
});

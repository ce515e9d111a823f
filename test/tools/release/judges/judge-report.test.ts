import { expect, test } from 'vitest';
import { judgeReport } from '../../../../tools/release/judges/judge-report.mjs';

const build = 'a'.repeat(64);
const source = 'c'.repeat(64);
const report = {
  report: 'soak' as const,
  at: '2026-11-26T10:00:00.000Z',
  build,
  source,
  ok: true,
  passed: 12,
  failed: 0,
  findings: [],
};

test('a run about this build that passed, passes', () => {
  expect(judgeReport({ name: 'soak', report, build, source })).toMatchObject({
    result: 'pass',
    said: expect.stringMatching(/12 passed/),
  });
});

test.each([
  ['no report', undefined, 'there is none'],
  ['another build', { ...report, build: 'b'.repeat(64) }, /another build/],
  ['other tests', { ...report, source: 'd'.repeat(64) }, 'its sources were changed since'],
  ['a run that failed', { ...report, ok: false, failed: 2 }, '2 failed'],
  ['a run that broke off', { ...report, ok: false }, 'it did not pass'],
])('%s fails, and says what to run', (_, given, said) => {
  const verdict = judgeReport({ name: 'soak', report: given, build, source });
  expect(verdict.result).toBe('fail');
  expect(verdict.said).toMatch(said);
  expect(verdict.todo).toMatch(/npm run soak/);
});

test('the tests are run by npm test', () => {
  expect(judgeReport({ name: 'test', report: undefined, build, source }).todo).toBe('run npm test');
});

test.each([
  ['100,000 cases a door are the whole', { cases: 100_000 }, 'pass'],
  ['fewer are not', { cases: 99_999 }, 'fail'],
  ['none that are told are not', {}, 'fail'],
])('%s', (_, told, result) => {
  expect(judgeReport({ name: 'fuzz', report: { ...report, ...told }, build, source }).result).toBe(result);
});

test('what a run could not try on its machine is not checked', () => {
  const findings = [{ browser: 'Chromium' }, { leftOut: 'policy files: nothing can be mounted' }];
  expect(judgeReport({ name: 'proofs', report: { ...report, findings }, build, source })).toMatchObject({
    result: 'not_checked',
    said: 'left out: policy files: nothing can be mounted',
  });
});

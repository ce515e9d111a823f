import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeAudit } from '../../../../tools/release/judges/judge-audit.mjs';

const id = 'https://github.com/advisories/GHSA-xxxx';
const answer = {
  auditReportVersion: 2,
  vulnerabilities: {
    x: { name: 'x', via: [{ url: id, title: 'It hangs' }] },
    y: { name: 'y', via: ['x'] },
  },
};

test('no finding passes', () => {
  expect(judgeAudit({ vulnerabilities: {} }, []).result).toBe('pass');
});

test('a finding fails, and what only brings the package along is not counted again', () => {
  expect(judgeAudit(answer, [])).toMatchObject({ result: 'fail', said: `x: It hangs (${id})` });
});

test('a finding that is explained for this package passes', () => {
  expect(judgeAudit(answer, [{ id, package: 'x', why: 'tests alone use it' }]).result).toBe('pass');
});

test.each([
  ['for another package', { id, package: 'y', why: 'tests alone use it' }],
  ['without a reason', { id, package: 'x', why: ' ' }],
])('an explanation %s explains nothing', (_, entry) => {
  expect(judgeAudit(answer, [entry]).result).toBe('fail');
});

test.each([
  ['no JSON', undefined],
  ['a refusal', { message: '405 Method Not Allowed', statusCode: 405 }],
  ['an error', { error: { summary: 'audit endpoint returned an error' } }],
  ['an error beside findings', { ...answer, vulnerabilities: {}, error: { summary: 'x' } }],
])('%s is not checked, never a pass', (_, given) => {
  expect(judgeAudit(given, []).result).toBe('not_checked');
});

test('every explanation that is kept says why', () => {
  const explained: unknown[] = JSON.parse(readFileSync('docs/store/audit.json', 'utf8'));
  for (const entry of explained)
    expect(entry).toMatchObject({ why: expect.stringMatching(/\w{3}/), package: expect.any(String) });
});

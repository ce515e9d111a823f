import { describe, expect, test } from 'vitest';
import { compareChecks } from '../../../../src/protocol/compare/compare-checks.ts';
import type { Verdict } from '../../../../src/protocol/records.ts';
import { capture, now } from '../../../support/records.ts';

describe('checks with another result', () => {
  const judged = (...verdicts: Verdict[]) => capture({ judgedAt: now, verdicts });
  const fail: Verdict = { check: 'nonce', result: 'fail', token: 'id_token' };
  const pass: Verdict = { check: 'nonce', result: 'pass', token: 'id_token' };

  test('are named', () => {
    expect(compareChecks(judged(pass), judged(fail))).toEqual([
      { check: 'nonce', token: 'id_token', a: 'pass', b: 'fail' },
    ]);
    expect(compareChecks(judged(pass), judged(pass))).toEqual([]);
  });
  test('count where they failed in one and were not made in the other, not where they passed', () => {
    expect(compareChecks(judged(), judged(fail))).toMatchObject([{ a: 'not_made', b: 'fail' }]);
    expect(compareChecks(judged(pass), judged())).toEqual([]);
  });
  test('have the worst of several results', () => {
    expect(compareChecks(judged(pass), judged(fail, { ...pass, from: 'token_endpoint' }))).toMatchObject([
      { b: 'fail' },
    ]);
  });
  test('leave out what is only told', () => {
    expect(compareChecks(judged(pass), judged({ ...fail, severity: 'info' }))).toEqual([]);
  });
  test('wait until both are judged', () => {
    expect(compareChecks(capture(), judged(fail))).toBeUndefined();
  });
});

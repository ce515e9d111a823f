import { describe, expect, test } from 'vitest';
import { checkLine } from '../../popup/state/check-words.ts';
import { orderVerdicts, summarize, uncheckedWords } from '../../popup/state/verdict-summary.ts';
import type { Verdict } from '../../src/protocol/records.ts';
import { now } from '../support/records.ts';

const state: Verdict = { check: 'state', result: 'pass' };
const nonce: Verdict = { check: 'nonce', result: 'pass', token: 'id_token' };
const failed: Verdict = { check: 'state', result: 'fail' };
const skipped: Verdict = { check: 'nonce', result: 'not_checked' };
const signature: Verdict = { check: 'signature', result: 'pass' };

describe('the sum of the checks', () => {
  test.each([
    ['nothing failed, but the signature is open', [state, nonce], 'skip', '2 checks passed', ', signature not checked'],
    ['one failed', [failed, nonce], 'fail', '1 check failed', ', 1 passed'],
    ['one failed, one open', [failed, skipped], 'fail', '1 check failed', ', 1 not checked'],
    ['one open', [state, skipped], 'skip', '1 check passed', ', 1 not checked, nor the signature'],
    ['none could be checked', [skipped], 'skip', 'Nothing checked', ''],
    ['with the signature', [state, signature], 'skip', '2 checks passed', ''],
  ])('%s', (_what, verdicts, tone, words, rest) => {
    expect(summarize({ judgedAt: now, verdicts })).toEqual({ tone, words, rest });
  });

  test('is not there before the judge has spoken', () => {
    expect(summarize({ verdicts: [] })).toEqual({ tone: 'skip', words: 'Checking…', rest: '' });
  });

  test('names what no verdict speaks of, and nothing that one does', () => {
    expect(uncheckedWords([state])).toBe('signature, issuer, audience and times');
    expect(uncheckedWords([signature, { check: 'aud', result: 'fail' }])).toBe('issuer and times');
  });
});

test('failed, then not checked, then passed', () => {
  const { fail, not_checked, pass } = orderVerdicts([state, skipped, failed]);
  expect([fail, not_checked, pass]).toEqual([[failed], [skipped], [state]]);
});

test('a check has plain words; the judge’s reason goes first; an unknown one shows its id', () => {
  expect(checkLine(state)).toMatchObject({ name: 'State', wire: 'state', word: 'Passed', tone: 'pass' });
  expect(checkLine({ check: 'token_in_query', result: 'fail' })).toMatchObject({
    name: 'No token in the query',
    failure: 'A token came in the query',
    reason: expect.stringContaining('revoke it'),
  });
  expect(checkLine({ ...skipped, reason: 'because' }).reason).toBe('because');
  expect(checkLine({ check: 'constructor', result: 'fail' })).toEqual({
    name: 'constructor',
    word: 'Failed',
    tone: 'fail',
  });
});

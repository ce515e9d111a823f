import { describe, expect, test } from 'vitest';
import { countVerdicts, summarize, toneOf, verdictTone } from '../../../../popup/state/checks/verdict-summary.ts';
import type { Verdict } from '../../../../src/protocol/records.ts';
import { now } from '../../../support/records.ts';

const state: Verdict = { check: 'state', result: 'pass' };
const nonce: Verdict = { check: 'nonce', result: 'pass', token: 'id_token' };
const failed: Verdict = { check: 'state', result: 'fail' };
const open: Verdict = { check: 'signature', result: 'not_checked' };
const warning: Verdict = { check: 'typ', result: 'fail' };
const milder: Verdict = { check: 'discovery_endpoints', result: 'fail', severity: 'warning' };
const refused: Verdict = { check: 'token_response', result: 'fail', token: 'refresh_token', from: 'token_endpoint' };
const note: Verdict = { check: 'access_token_profile', result: 'fail' };
const openNote: Verdict = { check: 'scope', result: 'not_checked' };
const unknown: Verdict = { check: 'of_a_later_version', result: 'not_checked' };
const title = expect.stringMatching(/^Partly checked\./);

describe('the sum of the checks', () => {
  test.each([
    ['all passed', [state, nonce], { tone: 'pass', words: '2 checks passed', rest: '' }],
    ['one passed', [state], { tone: 'pass', words: '1 check passed', rest: '' }],
    ['passed with a warning', [state, warning], { tone: 'pass', words: '1 check passed', rest: ', 1 warning' }],
    [
      'with a milder failure',
      [state, warning, milder],
      { tone: 'pass', words: '1 check passed', rest: ', 2 warnings' },
    ],
    ['a note counts as neither', [state, note], { tone: 'pass', words: '1 check passed', rest: '' }],
    [
      'no blocking check is open',
      [state, openNote],
      { tone: 'pass', words: '1 check passed', rest: ', 1 not checked' },
    ],
    [
      'one is open',
      [state, open],
      { tone: 'skip', words: '1 check passed', rest: ', 1 not checked, the signature among them', title },
    ],
    [
      'an unknown one is open',
      [state, unknown],
      { tone: 'skip', words: '1 check passed', rest: ', 1 not checked', title },
    ],
    [
      'nothing mandatory among them',
      [{ ...note, result: 'pass' }],
      { tone: 'skip', words: '1 check passed', rest: '', title },
    ],
    ['one failed', [failed, nonce], { tone: 'fail', words: '1 check failed', rest: ', 1 passed' }],
    [
      'one failed, one open, one warned',
      [failed, nonce, open, warning, note],
      { tone: 'fail', words: '1 check failed', rest: ', 1 passed, 1 warning, 1 not checked, the signature among them' },
    ],
    ['all failed', [failed, { ...nonce, result: 'fail' }], { tone: 'fail', words: '2 checks failed', rest: '' }],
    [
      'none could be checked',
      [open],
      { tone: 'skip', words: 'Nothing checked', rest: ', 1 not checked, the signature among them', title },
    ],
    [
      'only a refresh failed',
      [state, nonce, refused],
      {
        tone: 'skip',
        words: '2 checks passed',
        rest: ', 1 of the refresh failed',
        title: expect.stringMatching(/^What failed is the refresh,/),
      },
    ],
    [
      'a refresh failed beside another check',
      [failed, nonce, refused],
      { tone: 'fail', words: '1 check failed', rest: ', 1 passed, 1 of the refresh failed' },
    ],
    ['nothing was listed', [], { tone: 'skip', words: 'Nothing checked', rest: '', title }],
  ] as const)('%s', (_what, verdicts, sum) => {
    expect(summarize({ judgedAt: now, verdicts: [...verdicts] as Verdict[] })).toEqual(sum);
  });

  test('is not there before the judge has spoken', () => {
    expect(summarize({ verdicts: [] })).toEqual({ tone: 'skip', words: 'Checking…', rest: '' });
  });
});

test('each verdict has its tone, by what a failure of it means', () => {
  const all = [failed, warning, note, open, state];
  expect(all.map(verdictTone)).toEqual(['fail', 'warn', 'note', 'skip', 'pass']);
  expect(countVerdicts(all)).toEqual({ fail: 1, warn: 1, note: 1, skip: 1, pass: 1 });
});

test('one open check of the mandatory set, and the whole is not green', () => {
  expect([[state], [state, open], [state, failed], [state, warning], []].map(toneOf)).toEqual([
    ...['pass', 'skip', 'fail', 'pass', 'skip'],
  ]);
});

import { expect, test } from 'vitest';
import { captureLine } from '../../../../popup/state/capture/capture-line.ts';
import type { Verdict } from '../../../../src/protocol/records.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

const state: Verdict = { check: 'state', result: 'pass' };
const nonce: Verdict = { check: 'nonce', result: 'pass', token: 'id_token' };
const signature: Verdict = { check: 'signature', result: 'not_checked', token: 'id_token' };
const typ: Verdict = { check: 'typ', result: 'fail', token: 'id_token' };
const refused: Verdict = { check: 'token_response', result: 'fail', token: 'refresh_token', from: 'token_endpoint' };
const tokens = { access_token: token({ sub: 'ada', exp: now / 1000 + 3420 }) };

const cases: [what: string, verdicts: Verdict[], tone: string, state: string][] = [
  ['all passed', [state, nonce], 'pass', '2 passed, expires in 57 min'],
  ['a warning', [state, nonce, typ], 'pass', '2 passed, 1 warning, expires in 57 min'],
  ['one failed', [{ ...state, result: 'fail' }, nonce], 'fail', '1 failed, expires in 57 min'],
  ['a refresh that failed', [state, nonce, refused], 'skip', 'the refresh failed, expires in 57 min'],
  ['one open', [state, signature], 'skip', 'partly checked, expires in 57 min'],
  ['all open', [signature], 'skip', 'nothing checked, expires in 57 min'],
];

test.each(cases)('a capture with %s', (_what, verdicts, tone, words) => {
  const line = captureLine(capture({ tokens, verdicts, judgedAt: now }), profile(), now);
  expect(line).toEqual({ title: 'ada', tone, state: words });
});

test('a capture that is being checked, and one of an error', () => {
  expect(captureLine(capture({ tokens }), profile(), now)).toMatchObject({
    tone: 'skip',
    state: 'checking, expires in 57 min',
  });
  const error = capture({ tokens: {}, error: { error: 'access_denied' }, judgedAt: now });
  expect(captureLine(error, profile(), now)).toMatchObject({ tone: 'fail', state: 'Cognito answered' });
});

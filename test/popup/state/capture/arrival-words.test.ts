import { describe, expect, test } from 'vitest';
import { arrivalOf } from '../../../../popup/state/capture/arrival-words.ts';
import type { Capture, Verdict } from '../../../../src/protocol/records.ts';
import { capture, login, now, profile } from '../../../support/records.ts';

const own = profile({
  responseType: 'code',
  endpoints: { authorization: 'https://id.example.com/a', token: 'https://id.example.com/t' },
});
const passed: Verdict = { check: 'state', result: 'pass' };
const request = { responseType: 'code', scopes: [], redirectUri: own.callback, state: 'the-state' };
const judged = (over: Partial<Capture> = {}) => capture({ judgedAt: now, verdicts: [passed], ...over });
const code = (over: Partial<Capture> = {}) =>
  judged({ source: 'query', params: [['code', 'x']], tokens: {}, request, ...over });
const failure = (grant: 'authorization_code' | 'refresh_token') => ({ grant, at: now, kind: 'timeout' as const });
const answer = (at: number) => ({ grant: 'refresh_token' as const, at, status: 200, body: '{}' });
const arrival = (shown: Capture) =>
  arrivalOf(shown, own, now, { logins: [login({ ended: true, captureIds: ['c1'] })] });

describe('what is announced', () => {
  test.each([
    ['tokens', judged(), 'Tokens captured from demo. 1 check passed.'],
    ['tokens in a frame', judged({ frame: 'sub' }), 'Tokens captured in a frame from demo. 1 check passed.'],
    ['tokens of a refresh', judged({ tokenAnswer: answer(now) }), 'Tokens refreshed from demo. 1 check passed.'],
    ['a code of another app', code({ startedHere: false }), 'A code came from demo. 1 check passed.'],
    [
      'a code whose state is wrong',
      code({ verdicts: [{ check: 'state', result: 'fail' }] }),
      'A code came from demo. 1 check failed.',
    ],
    [
      'a failed exchange',
      code({ tokenFailure: failure('authorization_code') }),
      'No tokens came from demo. 1 check passed.',
    ],
    [
      'a failed refresh',
      judged({ tokenFailure: failure('refresh_token') }),
      'The refresh brought no tokens from demo. 1 check passed.',
    ],
    ['an answer without either', judged({ params: [], tokens: {} }), 'No tokens came from demo. 1 check passed.'],
    ['an error', judged({ error: { error: 'access_denied' } }), 'Cognito answered with an error.'],
    ['what was pasted', judged({ origin: 'pasted' }), 'Read from what was pasted. 1 check passed.'],
  ])('of %s', (_, shown, words) => {
    expect(arrival(shown)?.words).toBe(words);
  });

  test('is nothing while more is about to come', () => {
    const { judgedAt: _, ...unjudged } = judged();
    expect(arrival(unjudged)).toBeUndefined();
    expect(arrival(code())).toBeUndefined();
    expect(arrival(code({ tokenCall: { grant: 'authorization_code', sentAt: now } }))).toBeUndefined();
  });
});

describe('it is announced again', () => {
  const key = (over: Partial<Capture> = {}) => arrival(judged(over))?.key;

  test('when other tokens came, when none came, and when the checks say something else', () => {
    expect(key({ tokenAnswer: answer(now + 1) })).not.toBe(key({ tokenAnswer: answer(now) }));
    expect(key({ tokenFailure: failure('refresh_token') })).not.toBe(key());
    expect(key({ verdicts: [{ check: 'state', result: 'fail' }] })).not.toBe(key());
  });

  test('not when more checks passed, as after a call to userInfo', () => {
    expect(key({ judgedAt: now + 1, verdicts: [passed, { check: 'userinfo_sub', result: 'pass' }] })).toBe(key());
  });
});

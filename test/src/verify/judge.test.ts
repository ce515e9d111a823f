import { describe, expect, test } from 'vitest';
import type { Capture, PendingLogin, Verdict } from '../../../src/protocol/records.ts';
import { judgeAnswer } from '../../../src/verify/judge.ts';
import { judgeCaptures } from '../../../src/verify/judge-captures.ts';
import { capture, login, now, session, token } from '../../support/records.ts';

const judge = (held: Capture, asked: PendingLogin | undefined) => judgeAnswer(held, { asked, isStateSpent: false });
const about = (verdicts: Verdict[], check: string) => verdicts.find((verdict) => verdict.check === check);

describe('a login that was started here', () => {
  test('state and nonce that came back pass, and a pass says nothing more', () => {
    expect(judge(capture(), login())).toEqual([
      { check: 'duplicate_parameter', result: 'pass' },
      { check: 'token_in_query', result: 'pass' },
      { check: 'state', result: 'pass' },
      { check: 'nonce', result: 'pass', token: 'id_token', from: 'front_channel' },
    ]);
  });
  test.each([
    ['another', [['state', 'forged']], 'forged'],
    ['an empty', [['state', '']], 'none'],
    ['no', [], 'none'],
    [
      'a repeated',
      [
        ['state', 'the-state'],
        ['state', 'the-state'],
      ],
      'more than one',
    ],
    ['one that is longer', [['state', 'the-state1']], 'the-state1'],
  ] as [string, [string, string][], string][])('%s state fails', (_, params, actual) => {
    expect(about(judge(capture({ params }), login()), 'state')).toMatchObject({
      result: 'fail',
      expected: 'the-state',
      actual,
    });
  });
  test.each([
    ['another', { nonce: 'the-nonce1' }, 'the-nonce1'],
    ['no', {}, 'none'],
    ['a number for a', { nonce: 1 }, 'a number, not text'],
  ])('%s nonce fails', (_, claims, actual) => {
    const verdicts = judge(capture({ tokens: { id_token: token(claims) } }), login());
    expect(about(verdicts, 'nonce')).toMatchObject({ result: 'fail', expected: 'the-nonce', actual });
  });
  test('the nonce of a token that cannot be read is not checked, with the reason', () => {
    const encrypted = `${token({}).split('.')[0]}.a.b.c.d`;
    expect(about(judge(capture({ tokens: { id_token: encrypted } }), login()), 'nonce')).toMatchObject({
      result: 'not_checked',
      reason: /encrypted/,
    });
    expect(about(judge(capture({ tokens: { id_token: 'opaque' } }), login()), 'nonce')).toMatchObject({
      result: 'not_checked',
      reason: /cannot be read/,
    });
  });
});

test('what was sent is not known of a login that was not started here', () => {
  const verdicts = judge(capture({ startedHere: false }), undefined);
  expect(verdicts.map(({ check, result }) => [check, result])).toEqual([
    ['duplicate_parameter', 'pass'],
    ['token_in_query', 'pass'],
    ['state', 'not_checked'],
    ['nonce', 'not_checked'],
  ]);
  expect(about(verdicts, 'state')?.reason).toMatch(/not started here/);
});

test('a check that does not apply is not listed', () => {
  expect(about(judge(capture({ tokens: { access_token: 'a' } }), login()), 'nonce')).toBeUndefined();
  expect(about(judge(capture({ tokens: {}, error: { error: 'access_denied' } }), login()), 'nonce')).toBeUndefined();
});

describe('tokens travel in the fragment or in a form', () => {
  test.each(['id_token', 'access_token', 'refresh_token'])('%s in the query fails', (name) => {
    const held = capture({ source: 'query', params: [[name, '']] });
    expect(about(judge(held, login()), 'token_in_query')).toMatchObject({
      result: 'fail',
      actual: `${name} in the query`,
    });
  });
  test('a form passes', () => {
    expect(about(judge(capture({ source: 'form_post' }), login()), 'token_in_query')?.result).toBe('pass');
  });
  test('an answer without a token has nothing to check', () => {
    const held = capture({ source: 'query', params: [['code', 'c']], tokens: {} });
    expect(about(judge(held, login()), 'token_in_query')).toBeUndefined();
  });
});

test('captures of private windows are judged among themselves', () => {
  const first = capture({ judgedAt: now, verdicts: [{ check: 'state', result: 'pass' }] });
  const other = capture({ id: 'c2', capturedAt: now + 1 });
  const judged = judgeCaptures(
    session({ captures: [first], privateCaptures: [other], logins: [login({ captureIds: ['c2'] })] }),
    now + 2,
  );
  expect(judged.captures).toEqual([first]);
  expect(about(judged.privateCaptures[0]?.verdicts ?? [], 'state')?.result).toBe('pass');
});

test('a parameter that stands twice fails', () => {
  const params: [string, string][] = [
    ['access_token', 'a'],
    ['access_token', 'b'],
    ['state', 'the-state'],
  ];
  expect(about(judge(capture({ params, tokens: {} }), login()), 'duplicate_parameter')).toMatchObject({
    result: 'fail',
    actual: 'access_token more than once',
  });
});

test('captures are judged once, and a login that has ended is let go', () => {
  const waiting = login({ state: 'other', captureIds: [] });
  const ended = login({ captureIds: ['c1'], ended: true });
  const records = session({ captures: [capture()], logins: [ended, waiting] });
  const judged = judgeCaptures(records, now);
  expect(judged.captures[0]).toMatchObject({ judgedAt: now });
  expect(about(judged.captures[0]?.verdicts ?? [], 'nonce')?.result).toBe('pass');
  expect(judged.logins).toEqual([waiting]);
  expect(judgeCaptures(judged, now + 1)).toBe(judged);
});

test('a login of ten minutes ago is let go of, one that still waits stays', () => {
  const waiting = login({ state: 'young', startedAt: now - 599_999 });
  const records = session({ logins: [login({ startedAt: now - 600_000 }), waiting] });
  expect(judgeCaptures(records, now)).toEqual(session({ logins: [waiting] }));
  const alone = session({ logins: [waiting] });
  expect(judgeCaptures(alone, now)).toBe(alone);
});

test('another answer with the state of a login of ours is flagged, whichever came first stands', () => {
  const first = capture({ judgedAt: now, verdicts: [{ check: 'state', result: 'pass' }] });
  const second = capture({ id: 'c2', capturedAt: now + 1, startedHere: false });
  const [judged, earlier] = judgeCaptures(session({ captures: [second, first] }), now + 2).captures;
  expect(about(judged?.verdicts ?? [], 'state')).toMatchObject({ result: 'fail', reason: /came before/ });
  expect(earlier).toEqual(first);
});

test('of logins that were not started here an equal state says nothing', () => {
  const first = capture({ judgedAt: now, startedHere: false });
  const second = capture({ id: 'c2', capturedAt: now + 1, startedHere: false });
  const [judged] = judgeCaptures(session({ captures: [second, first] }), now + 2).captures;
  expect(about(judged?.verdicts ?? [], 'state')?.result).toBe('not_checked');
});

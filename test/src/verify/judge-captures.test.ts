import { describe, expect, test } from 'vitest';
import type { Capture } from '../../../src/protocol/records.ts';
import {
  findUnjudged,
  type JudgeWorld,
  judgeCapture,
  withoutEnded,
  withVerdicts,
} from '../../../src/verify/judge-captures.ts';
import { capture, login, now, profile, session } from '../../support/records.ts';

/** Offline: no issuer answers. */
const world: JudgeWorld = {
  get: async () => ({ ok: false, kind: 'offline' }),
  now: () => now,
  cache: { read: async () => undefined, write: async () => {} },
  profiles: async () => [profile()],
  clientSecret: async () => undefined,
};

const request: NonNullable<Capture['request']> = {
  responseType: 'token',
  scopes: ['openid', 'email'],
  redirectUri: 'http://localhost:3000/callback',
  state: 'the-state',
  nonce: 'the-nonce',
};
const first = capture({ request, judgedAt: now });

async function stateOf(held: Capture, side: Capture[]) {
  return (await judgeCapture(held, side, world)).find(({ check }) => check === 'state');
}

describe('a state is good for one answer', () => {
  test('the first answer stands', async () => {
    const second = capture({ id: 'c2', capturedAt: now + 1, startedHere: false });
    expect(await stateOf(first, [second, first])).toEqual({ check: 'state', result: 'pass' });
  });
  test('another one is flagged, of whatever login', async () => {
    const second = capture({ id: 'c2', capturedAt: now + 1, startedHere: false });
    const verdict = await stateOf(second, [second, first]);
    expect(verdict).toMatchObject({ result: 'fail', actual: 'one that was' });
    expect(verdict?.reason).toContain('came before');
  });
  test('of logins that were not started here an equal state says nothing', async () => {
    const earlier = capture({ startedHere: false });
    const second = capture({ id: 'c2', capturedAt: now + 1, startedHere: false });
    expect(await stateOf(second, [second, earlier])).toMatchObject({ result: 'not_checked' });
  });
  test('an answer of the other side says nothing', async () => {
    const second = capture({ id: 'c2', capturedAt: now + 1, request });
    expect(await stateOf(second, [second])).toEqual({ check: 'state', result: 'pass' });
  });
});

test('what is not judged yet is found with the captures of its side', () => {
  const waiting = capture({ id: 'c2' });
  const inPrivate = capture({ id: 'c3' });
  expect(findUnjudged(session({ captures: [waiting, first], privateCaptures: [inPrivate] }))).toEqual([
    { capture: waiting, side: [waiting, first] },
    { capture: inPrivate, side: [inPrivate] },
  ]);
});

test('a judged capture has its verdicts and the time, and is not judged again', () => {
  const judged = withVerdicts(capture(), [{ check: 'state', result: 'pass' }], now);
  expect(judged).toEqual(capture({ verdicts: [{ check: 'state', result: 'pass' }], judgedAt: now }));
  expect(findUnjudged(session({ captures: [judged] }))).toEqual([]);
});

test('a login that has ended or is ten minutes old is let go of, one that still waits stays', () => {
  const waiting = login({ state: 'young', startedAt: now - 599_999 });
  const old = login({ startedAt: now - 600_000 });
  const ended = login({ state: 'other', ended: true });
  expect(withoutEnded(session({ logins: [old, waiting, ended] }), now)).toEqual(session({ logins: [waiting] }));
  const alone = session({ logins: [waiting] });
  expect(withoutEnded(alone, now)).toBe(alone);
});

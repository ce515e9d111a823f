import { describe, expect, test } from 'vitest';
import type { Capture, Verdict } from '../../../src/protocol/records.ts';
import {
  findUnjudged,
  type JudgeWorld,
  judgeCapture,
  withoutEnded,
  withVerdicts,
} from '../../../src/verify/judge-captures.ts';
import { codeCapture, codeLogin } from '../../support/code-login.ts';
import { documentsWorld } from '../../support/documents-world.ts';
import { capture, login, now, profile, session, token } from '../../support/records.ts';

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
  test('another one is flagged where the state stands inside a JWT', async () => {
    const inJwt = (claims: Record<string, unknown>): Capture['params'] => [['response', token(claims)]];
    const earlier = capture({ request, params: inJwt({ state: 'the-state' }) });
    const second = capture({ id: 'c2', capturedAt: now + 1, params: inJwt({ state: 'the-state', code: 'c' }) });
    expect(await stateOf(second, [second, earlier])).toMatchObject({ result: 'fail', actual: 'one that was' });
    expect(await stateOf(second, [second, first])).toMatchObject({ result: 'fail', actual: 'one that was' });
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

test('a judged capture has its verdicts and the time, in its timeline too, and is not judged again', () => {
  const judged = withVerdicts(capture(), [{ check: 'state', result: 'pass' }], now);
  const events = [{ at: now, kind: 'checked', detail: '1 passed' }];
  expect(judged).toEqual(capture({ verdicts: [{ check: 'state', result: 'pass' }], judgedAt: now, events }));
  expect(findUnjudged(session({ captures: [judged] }))).toEqual([]);
});

test('a capture that was judged before userInfo answered is to be judged again', () => {
  const answered = { at: now + 1, status: 200, body: '{}' };
  const captures = [
    capture({ judgedAt: now, userinfo: answered }),
    capture({ judgedAt: now, userinfoFailure: { kind: 'timeout', at: now + 1 } }),
  ];
  expect(findUnjudged(session({ captures })).map(({ capture }) => capture)).toEqual(captures);
  expect(findUnjudged(session({ captures: [capture({ judgedAt: now + 1, userinfo: answered })] }))).toEqual([]);
});

test('a login that has ended or is ten minutes old is let go of, one that still waits stays', () => {
  const waiting = login({ state: 'young', startedAt: now - 599_999 });
  const old = login({ startedAt: now - 600_000 });
  const ended = login({ state: 'other', ended: true });
  expect(withoutEnded(session({ logins: [old, waiting, ended] }), now)).toEqual(session({ logins: [waiting] }));
  const alone = session({ logins: [waiting] });
  expect(withoutEnded(alone, now)).toBe(alone);
  const past = { state: 'a', profileId: 'p1', why: 'used', at: now - 1000 } as const;
  const states = session({ pastStates: [past, { ...past, state: 'b', at: now - 600_000 }] });
  expect(withoutEnded(states, now)).toEqual(session({ pastStates: [past] }));
});

test('a login that has ended stays while its code waits to be exchanged, ten minutes at most', () => {
  const failed: Verdict = { check: 'state', result: 'fail' };
  const held = (over: Partial<Capture>) => session({ captures: [codeCapture(over)], logins: [codeLogin()] });
  for (const over of [{}, { judgedAt: now }]) {
    const records = held(over);
    expect(withoutEnded(records, now)).toBe(records);
    expect(withoutEnded(records, now + 600_000).logins).toEqual([]);
  }
  const over: Partial<Capture>[] = [
    { judgedAt: now, verdicts: [failed] },
    { tokenCall: { grant: 'authorization_code', sentAt: now } },
    { tokenFailure: { kind: 'offline', grant: 'authorization_code', at: now } },
    { params: [['state', 'the-state']] },
  ];
  for (const one of over) expect(withoutEnded(held(one), now).logins).toEqual([]);
});

test('the keys are asked for once more for the ID token inside an answer that is a JWT', async () => {
  const issuer = 'https://op.example';
  const keys = `${issuer}/keys`;
  const documents = documentsWorld({
    [`${issuer}/.well-known/openid-configuration`]: { body: { issuer, jwks_uri: keys } },
    [keys]: { body: { keys: [{ kty: 'RSA', kid: 'k=' }] } },
  });
  const own = { ...world, ...documents, profiles: async () => [profile({ provider: 'oidc', issuer })] };
  // an algorithm that is not allowed, so that no signature asks for keys
  const withKid = (kid: string, claims: Record<string, unknown>) =>
    token(claims).replace(/^[^.]*/, Buffer.from(JSON.stringify({ alg: 'HS256', kid })).toString('base64url'));
  const inJwt = (kid: string) =>
    capture({ params: [['response', withKid('k=', { id_token: withKid(kid, {}) })]], tokens: {} });
  const asked = async (kid: string) => {
    documents.at += 60_000;
    const before = documents.asked.length;
    await judgeCapture(inJwt(kid), [], own);
    return documents.asked.slice(before).filter((address) => address === keys).length;
  };
  expect(await asked('k=')).toBe(1);
  expect(await asked('k=')).toBe(0);
  expect(await asked('newer')).toBe(1);
});

import { describe, expect, test } from 'vitest';
import { callUserinfo } from '../../../src/actions/call-userinfo.ts';
import type { Capture, Verdict } from '../../../src/protocol/records.ts';
import { capture, now, profile } from '../../support/records.ts';

test.each(['bad\uFFFDutf', 'two\r\nX-Other: header', 'a b', '\u0000'])(
  'a token that no header can carry is not sent: %j',
  async (access_token) => {
    const outcome = await callUserinfo('c1', {
      findCapture: async () => capture({ tokens: { access_token }, judgedAt: now }),
      profiles: async () => [profile()],
      changeCapture: async () => {
        throw new Error('changed');
      },
      now: () => now,
      judge: async () => {},
      get: async () => {
        throw new Error('called');
      },
    });
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('no header can carry') });
  },
);

test('an endpoint that the profile does not name is the one of its issuer’s metadata', async () => {
  const sent: string[] = [];
  const endpoints = { userinfo: 'https://op.example/me' };
  const outcome = await callUserinfo('c1', {
    findCapture: async () => capture({ judgedAt: now }),
    profiles: async () => [profile({ endpoints: { authorization: 'https://op.example/a' } })],
    discovered: async () => ({ ok: true, issuer: 'i', endpoints, metadata: { fetchedAt: now, document: {} } }),
    changeCapture: async () => {},
    now: () => now,
    judge: async () => {},
    get: async (address) => {
      sent.push(address);
      return { ok: false, kind: 'offline' };
    },
  });
  expect(outcome).toEqual({ ok: true });
  expect(sent).toEqual(['https://op.example/me']);
});

describe('after a blocking failure', () => {
  const call = async (options: { anyway?: boolean }, held: Partial<Capture>) => {
    const sent: string[] = [];
    const outcome = await callUserinfo(
      'c1',
      {
        findCapture: async () => capture(held),
        profiles: async () => [profile()],
        changeCapture: async () => {},
        now: () => now,
        judge: async () => {},
        get: async (address) => {
          sent.push(address);
          return { ok: false, kind: 'offline' };
        },
      },
      options,
    );
    return { outcome, sent };
  };
  const forged = { judgedAt: now, verdicts: [{ check: 'signature', result: 'fail' }] } satisfies Partial<Capture>;

  test('nothing is sent for a token of the client itself: there is no user to ask for', async () => {
    const own = { judgedAt: now, source: 'token_endpoint' } satisfies Partial<Capture>;
    expect(await call({ anyway: true }, own)).toMatchObject({ outcome: { ok: false }, sent: [] });
  });
  test('nothing is sent of a sample, also where a profile has its id', async () => {
    const sample = { judgedAt: now, origin: 'sample' } satisfies Partial<Capture>;
    const outcome = { ok: false, reason: 'A sample: there is nobody to ask.' };
    expect(await call({ anyway: true }, sample)).toEqual({ outcome, sent: [] });
  });
  test('nothing is sent, unless the person said to use it anyway', async () => {
    expect(await call({}, forged)).toMatchObject({ outcome: { ok: false }, sent: [] });
    expect(await call({ anyway: true }, forged)).toMatchObject({ outcome: { ok: true }, sent: [expect.any(String)] });
  });
  test('nothing is sent of another provider than the profile has since', async () => {
    const client = { clientId: profile().clientId, authorization: 'https://before.example/authorize' };
    const outcome = { ok: false, reason: expect.stringContaining('another client or provider') };
    expect(await call({ anyway: true }, { judgedAt: now, client })).toEqual({ outcome, sent: [] });
  });
  test('of another client of the same provider it is: its id may have been corrected', async () => {
    const client = { clientId: 'before', authorization: profile().endpoints.authorization };
    expect((await call({}, { judgedAt: now, client })).sent).toHaveLength(1);
  });
  test('nothing is sent either while the checks are running', async () => {
    expect(await call({}, {})).toMatchObject({
      outcome: { ok: false, reason: expect.stringMatching(/running/) },
      sent: [],
    });
  });
  test('a warning or a note keeps nothing from being sent', async () => {
    const verdicts: Verdict[] = [
      { check: 'claim_types', result: 'fail', severity: 'warning' },
      { check: 'scope', result: 'fail' },
    ];
    expect((await call({}, { judgedAt: now, verdicts })).sent).toHaveLength(1);
  });
});

test('the answer is stored before it is judged, without the verdicts on an earlier one', async () => {
  const state: Verdict = { check: 'state', result: 'pass' };
  const earlier: Verdict = { check: 'userinfo_sub', result: 'pass', token: 'userinfo' };
  let stored = capture({ judgedAt: now - 1, verdicts: [state, earlier] });
  const judged: Capture[] = [];
  await callUserinfo('c1', {
    findCapture: async () => stored,
    profiles: async () => [profile()],
    changeCapture: async (_, change) => {
      stored = change(stored);
    },
    now: () => now,
    judge: async (id) => {
      expect(id).toBe('c1');
      judged.push(stored);
    },
    get: async () => {
      expect(stored.userinfoSentAt).toBe(now);
      return { ok: true, status: 200, headers: new Headers(), body: '{"sub":"ada"}', durationMs: 1 };
    },
  });
  expect(stored).not.toHaveProperty('userinfoSentAt');
  expect(judged).toMatchObject([
    { userinfo: { status: 200, body: '{"sub":"ada"}' }, verdicts: [state], events: [{ kind: 'userinfo' }] },
  ]);
});

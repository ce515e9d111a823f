import { describe, expect, test, vi } from 'vitest';
import { type Area, memoryArea } from '../../../src/platform/area.ts';
import type { Fetched, Get } from '../../../src/protocol/fetched.ts';
import type { Capture, Profile, Verdict } from '../../../src/protocol/records.ts';
import { readSession, updateSession } from '../../../src/store/session-records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createForgotten } from '../../../src/worker/forgotten.ts';
import { createJudging } from '../../../src/worker/judging.ts';
import { fetchedOf } from '../../support/documents-world.ts';
import { capture, idClaims, now, profile, token } from '../../support/records.ts';

const slow = profile({ provider: 'oidc', issuer: 'https://slow.example' });
const quick = profile({ id: 'p2', provider: 'oidc', issuer: 'https://quick.example' });
const userinfo = { status: 200, body: '{"sub":"ada"}', at: now, contentType: 'application/json' };

/** The judging on a storage in memory. No issuer is there; the slow one says so only once it is let go. */
function world({ captures = [capture()], privateCaptures = [] as Capture[] } = {}) {
  const session: Area = memoryArea({ captures, privateCaptures });
  const stores = createStores(memoryArea({ profiles: [slow, quick] }), session);
  const change = (changed: Parameters<typeof updateSession>[1]) => updateSession(session, changed);
  const changeCapture = (id: string, changed: (one: Capture) => Capture) => {
    const inList = (all: Capture[]) => all.map((one) => (one.id === id ? changed(one) : one));
    return change((records) => ({
      ...records,
      captures: inList(records.captures),
      privateCaptures: inList(records.privateCaptures),
    }));
  };
  const asked: string[] = [];
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const forgotten = createForgotten();
  const own = {
    forgotten,
    session,
    stores,
    change,
    changeCapture,
    asked,
    letGo,
    onAsked: async () => {},
    /** What issuers answer. */
    answer: { ok: false, kind: 'unreachable' } as Fetched,
    stored: async (id = 'c1') => {
      const records = await readSession(session);
      return [...records.captures, ...records.privateCaptures].find((one) => one.id === id);
    },
    changeProfile: (over: Partial<Profile>) =>
      stores.profiles.update((all) => all.map((one) => (one.id === 'p1' ? { ...one, ...over } : one))),
  };
  const get: Get = async (address) => {
    asked.push(address);
    await own.onAsked();
    if (address.startsWith('https://slow')) await isLetGo;
    return own.answer;
  };
  const judging = createJudging({ stores, session, now: () => now, forgotten }, { change }, get);
  return Object.assign(own, { judging, isAsked: () => vi.waitFor(() => expect(asked).not.toEqual([])) });
}

function about(held: Capture | undefined, check: string): Verdict | undefined {
  return held?.verdicts.find((verdict) => verdict.check === check);
}

describe('a slow issuer', () => {
  test('holds up no capture of another one that comes meanwhile', async () => {
    const own = world();
    const first = own.judging.run();
    await own.isAsked();
    await own.change((records) => ({
      ...records,
      captures: [capture({ id: 'c2', profileId: 'p2' }), ...records.captures],
      privateCaptures: [capture({ id: 'c3', profileId: 'p2' })],
    }));
    const second = own.judging.run();
    await vi.waitFor(async () => expect(await own.stored('c3')).toMatchObject({ judgedAt: now }));
    await vi.waitFor(async () => expect(await own.stored('c2')).toMatchObject({ judgedAt: now }));
    expect(await own.stored('c1')).not.toHaveProperty('judgedAt');
    own.letGo();
    await Promise.all([first, second]);
    expect(await own.stored('c1')).toMatchObject({ judgedAt: now });
  });
  test('is asked once however often its capture is to be judged', async () => {
    const own = world();
    const runs = [own.judging.run()];
    await own.isAsked();
    runs.push(own.judging.run(), own.judging.run());
    own.letGo();
    await Promise.all(runs);
    expect(new Set(own.asked).size).toBe(own.asked.length);
  });
});

test('an issuer is asked once for all captures that wait for it', async () => {
  const ids = Array.from({ length: 20 }, (_, place) => `c${place}`);
  const own = world({ captures: ids.map((id) => capture({ id })) });
  const judged = own.judging.run();
  await own.isAsked();
  own.letGo();
  await judged;
  expect(new Set(own.asked).size).toBe(own.asked.length);
});

describe('what changes while a capture is judged', () => {
  const changedBy = async (
    change: (own: ReturnType<typeof world>) => Promise<unknown>,
    held: Partial<Capture> = {},
  ) => {
    const own = world({ captures: [capture({ judgedAt: now - 1, ...held })] });
    const judged = own.judging.judge('c1', { anew: true });
    await own.isAsked();
    const before = own.asked.length;
    await change(own);
    own.letGo();
    await judged;
    return { held: await own.stored(), isAskedAgain: own.asked.length > before, own };
  };

  test('an answer of userInfo stays, and is judged', async () => {
    const { held } = await changedBy((own) => own.changeCapture('c1', (current) => ({ ...current, userinfo })));
    expect(held).toMatchObject({ userinfo, judgedAt: now });
    expect(about(held, 'userinfo_response')).toMatchObject({ result: 'pass' });
  });
  test('the profile counts as it is at the end', async () => {
    const tokens = { id_token: token(idClaims()) };
    const { held } = await changedBy((own) => own.changeProfile({ clientId: 'another' }), { tokens });
    expect(about(held, 'aud')).toMatchObject({ result: 'fail', expected: 'another' });
  });
  test('an event stays, and needs no second look', async () => {
    const event = { at: now, kind: 'history_deleted' };
    const { held, isAskedAgain } = await changedBy((own) =>
      own.changeCapture('c1', (current) => ({ ...current, events: [event] })),
    );
    expect(held).toMatchObject({ events: expect.arrayContaining([event]), judgedAt: now });
    expect(isAskedAgain).toBe(false);
  });
  test('a capture that is forgotten does not come back', async () => {
    const { held } = await changedBy((own) => own.change((records) => ({ ...records, captures: [] })));
    expect(held).toBeUndefined();
  });
  test('each time is not followed for ever: the next run judges it', async () => {
    const own = world({ captures: [capture({ profileId: 'p2' })] });
    let changes = 0;
    own.onAsked = async () => {
      changes += 1;
      await own.changeCapture('c1', (current) => ({ ...current, replays: [...current.replays, { at: now }] }));
    };
    await own.judging.run();
    expect(await own.stored()).not.toHaveProperty('judgedAt');
    expect(changes).toBe(3);
    own.onAsked = async () => {};
    await own.judging.run();
    expect(await own.stored()).toMatchObject({ judgedAt: now });
  });
});

test('the later of two requests to judge again has the last word', async () => {
  const own = world({ captures: [capture({ tokens: { id_token: token(idClaims()) }, judgedAt: now - 1 })] });
  const first = own.judging.judge('c1', { anew: true });
  await own.isAsked();
  const second = own.changeProfile({ clientId: 'another' }).then(() => own.judging.judge('c1', { anew: true }));
  own.letGo();
  await Promise.all([first, second]);
  expect(about(await own.stored(), 'aud')).toMatchObject({ expected: 'another' });
});

test('an issuer that fails in a way nobody foresaw holds up no later look at the capture', async () => {
  const own = world({ captures: [capture({ profileId: 'p2' })] });
  own.onAsked = () => Promise.reject(new Error('unforeseen'));
  await expect(own.judging.run()).rejects.toThrow('unforeseen');
  own.onAsked = async () => {};
  await own.judging.run();
  expect(await own.stored()).toMatchObject({ judgedAt: now });
});

test('a call to userInfo whose worker ended is told, and judged so', async () => {
  const sent = { userinfoSentAt: now - 60_000, judgedAt: now - 60_000 };
  const own = world({ captures: [capture({ profileId: 'p2', ...sent })] });
  await own.judging.run();
  const held = await own.stored();
  expect(held).toMatchObject({ userinfoFailure: { kind: 'interrupted' }, judgedAt: now });
  expect(about(held, 'userinfo_response')?.reason).toContain('stopped the call');
});

describe('a document that is on its way', () => {
  const metadata = { issuer: slow.issuer, authorization_endpoint: `${slow.issuer}/authorize` };
  const fetched = () => fetchedOf({ body: JSON.stringify(metadata), headers: { 'content-type': 'application/json' } });

  test.each([
    ['is kept', false],
    ['is not kept where everything is forgotten meanwhile', true],
  ])('%s', async (_, isForgotten) => {
    const own = world();
    own.answer = fetched();
    const judged = own.judging.run();
    await own.isAsked();
    if (isForgotten) own.forgotten.note();
    own.letGo();
    await judged;
    expect((await own.stores.documents.get()).length > 0).toBe(!isForgotten);
  });
});

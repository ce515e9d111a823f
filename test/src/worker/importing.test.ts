import { describe, expect, test } from 'vitest';
import { exportFull, exportRedacted } from '../../../src/handover/export-file.ts';
import { memoryArea } from '../../../src/platform/area.ts';
import { captureExpiresAt } from '../../../src/protocol/expiry.ts';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { readSession, type SessionRecords, updateSession } from '../../../src/store/session-records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createImporting } from '../../../src/worker/importing.ts';
import { capture, now, profile } from '../../support/records.ts';

function world({ profiles = [profile({ id: 'here' })] as Profile[], captures = [] as Capture[] } = {}) {
  const session = memoryArea({ captures });
  const stores = createStores(memoryArea({ profiles }), session);
  let runs = 0;
  const judging = {
    run: async () => {
      runs += 1;
    },
  };
  const change = (changed: (records: SessionRecords) => SessionRecords) => updateSession(session, changed);
  const { verbs } = createImporting({ stores, now: () => now }, { world: { change }, judging });
  return {
    take: (text: string, isPrivate?: true) =>
      verbs.importCaptures({ type: 'importCaptures', text, ...(isPrivate && { isPrivate }) }),
    held: () => readSession(session),
    runs: () => runs,
  };
}

const login = capture({
  request: { responseType: 'token', scopes: ['openid'], redirectUri: 'http://localhost:3000/callback' },
  judgedAt: now,
  verdicts: [{ check: 'signature', result: 'pass', token: 'id_token' }],
  pinned: true,
  tokenCall: { grant: 'refresh_token', sentAt: now },
});
const fileOf = (captures: Capture[], over: Record<string, unknown> = {}) =>
  JSON.stringify({ ...exportFull(captures, [profile()], now).content, ...over });

describe('an exported file', () => {
  test('brings the same tokens under an id of their own, not judged, and nothing that the file claims of them', async () => {
    const { take, held, runs } = world({ captures: [capture({ id: 'c1' })] });
    const outcome = await take(fileOf([login]));
    expect(outcome).toEqual({ ok: true, captureIds: [expect.stringMatching(/^imported-/)], leftOut: [] });
    const [imported, before] = (await held()).captures;
    expect(before).toEqual(capture({ id: 'c1' }));
    expect(imported).toMatchObject({
      tokens: login.tokens,
      params: login.params,
      origin: 'imported',
      startedHere: false,
      verdicts: [],
    });
    for (const member of ['request', 'judgedAt', 'pinned', 'tokenCall']) expect(imported).not.toHaveProperty(member);
    expect(imported?.events.at(-1)).toEqual({ at: now, kind: 'imported' });
    expect(runs()).toBe(1);
  });

  test('of earlier logins does not stand before what was captured since', async () => {
    const newer = capture({ id: 'newer', capturedAt: now });
    const { take, held } = world({ captures: [newer, capture({ id: 'older', capturedAt: now - 9000 })] });
    await take(fileOf([{ ...login, capturedAt: now - 5000 }]));
    const { captures } = await held();
    expect(captures.map(({ id, origin }) => origin ?? id)).toEqual(['newer', 'imported', 'older']);
  });

  test('belongs to the profile of this browser that is the same client, whatever its id', async () => {
    const { take, held } = world();
    await take(fileOf([login]));
    expect((await held()).captures[0]?.profileId).toBe('here');
  });

  test.each<[string, Partial<Profile>]>([
    ['client', { clientId: 'another' }],
    ['callback', { callback: 'https://app.example/cb' }],
    ['issuer', { issuer: 'https://other.example' }],
  ])('belongs to none where the %s differs', async (_, over) => {
    const { take, held } = world({ profiles: [profile(over)] });
    await take(fileOf([login]));
    expect((await held()).captures[0]?.profileId).toBe('');
  });

  test('brings nothing twice, also when what was imported is exported and comes back', async () => {
    const { take, held } = world();
    const first = await take(fileOf([login, login]));
    expect(await take(fileOf([login]))).toEqual(first);
    const { captures } = await held();
    expect(await take(fileOf(captures))).toEqual(first);
    expect((await held()).captures).toEqual(captures);
    expect(captures).toHaveLength(1);
  });

  test('stays for an hour and the grace, however long its tokens are over', async () => {
    const { take, held } = world();
    await take(fileOf([{ ...login, capturedAt: now - 1e9 }]));
    const [imported] = (await held()).captures;
    expect(imported && captureExpiresAt(imported)).toBe(now + 3_600_000);
  });

  test('of a private window lies with the captures of those', async () => {
    const { take, held } = world();
    await take(fileOf([login]), true);
    const { captures, privateCaptures } = await held();
    expect([captures.length, privateCaptures.length]).toEqual([0, 1]);
  });

  test('says which record was left out, and takes the others', async () => {
    const records = [
      login,
      { ...login, frame: 'top' },
      { ...login, tokens: { id_token: 'x'.repeat(300_000) } },
      { ...login, capturedAt: 1e300 },
      { ...login, replays: Array.from({ length: 10_001 }, () => ({ at: now })) },
    ];
    expect(await world().take(fileOf([], { captures: records }))).toMatchObject({
      ok: true,
      leftOut: [
        'Record 2 was left out: its member frame does not fit.',
        'Record 3 was left out: its member tokens.id_token does not fit.',
        'Record 4 was left out: its member capturedAt does not fit.',
        'Record 5 was left out: its member replays does not fit.',
      ],
    });
  });

  test('that is nested twenty thousand deep leaves out its record alone', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const bad = JSON.stringify({ ...login, sampleKeys: [{ kty: 0 }] }).replace('"kty":0', `"kty":${deep}`);
    const text = fileOf([], { captures: [0, login] }).replace('[0,', `[${bad},`);
    expect(await world().take(text)).toMatchObject({
      ok: true,
      leftOut: [expect.stringMatching(/^Record 1 was left out: its member sampleKeys\.0\.kty/)],
    });
  });

  test('dates neither a login nor its userInfo answer later than now', async () => {
    const { take, held } = world();
    const userinfo = { status: 200, at: now + 1e9, body: '{}' };
    await take(fileOf([{ ...login, capturedAt: now + 1e9, userinfo }]));
    expect((await held()).captures[0]).toMatchObject({ capturedAt: now, userinfo: { at: now } });
  });

  test('that is redacted is taken too', async () => {
    const { take, held } = world();
    const { text } = await exportRedacted([login], [profile()], { masked: new Set(['sub']), at: now });
    expect(await take(text)).toMatchObject({ ok: true, leftOut: [] });
    expect((await held()).captures[0]).toMatchObject({
      profileId: 'here',
      tokens: { id_token: expect.stringContaining('‹signature') },
    });
  });

  test.each([
    [fileOf([], { version: 2 }), /version 2.*Update Claimcheck/],
    [fileOf([]), /Nothing was imported/],
    ['text', /not whole JSON/],
    ['{}', /no file of captures/],
  ])('that cannot be taken says why (%#)', async (text, words) => {
    expect(await world().take(text)).toEqual({ ok: false, reason: expect.stringMatching(words) });
  });

  test('makes no captures go', async () => {
    const many = Array.from({ length: 20 }, (_, at) => capture({ id: `c${at}`, callback: 'x'.repeat(200_000) }));
    const { take, held } = world({ captures: many });
    const big = Array.from({ length: 5 }, (_, at) => capture({ callback: `${at}${'y'.repeat(200_000)}` }));
    expect(await take(fileOf(big))).toEqual({ ok: false, reason: expect.stringContaining('no room') });
    expect((await held()).captures).toHaveLength(20);
  });
});

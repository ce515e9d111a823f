import { describe, expect, test } from 'vitest';
import { fetchDocuments } from '../../../src/verify/fetch-documents.ts';
import { documentsWorld } from '../../support/documents-world.ts';
import { now, profile } from '../../support/records.ts';

const issuer = 'https://op.example';
const metadata = `${issuer}/.well-known/openid-configuration`;
const keys = `${issuer}/jwks`;
const document = { issuer, jwks_uri: keys };
const endpoints = { authorization: `${issuer}/authorize` };
const held = profile({ provider: 'oidc', issuer, endpoints });
const set = (...kids: string[]) => ({ body: { keys: kids.map((kid) => ({ kty: 'RSA', kid })) } });
const answers = () => ({ [metadata]: { body: document }, [keys]: set('a') });
const minute = 60_000;

function kidsOf({ keys }: Awaited<ReturnType<typeof fetchDocuments>>) {
  if (!keys.ok) return keys.why;
  return { keys: keys.keys.map(({ kid }) => kid), retired: keys.retired.map(({ key, seenAt }) => [key.kid, seenAt]) };
}

describe('the cache', () => {
  test('is asked first, for ten minutes', async () => {
    const world = documentsWorld(answers());
    const first = await fetchDocuments(held, ['a'], world);
    expect(first).toMatchObject({ discovered: { ok: true }, keys: { ok: true, address: keys, fetchedAt: now } });
    world.at = now + 10 * minute - 1;
    expect(await fetchDocuments(held, ['a'], world)).toEqual(first);
    expect(world.asked).toEqual([metadata, keys]);
    world.at = now + 10 * minute;
    await fetchDocuments(held, ['a'], world);
    expect(world.asked).toEqual([metadata, keys, metadata, keys]);
  });
  test('is passed over when all is wanted anew', async () => {
    const world = documentsWorld(answers());
    await fetchDocuments(held, [], world);
    await fetchDocuments(held, [], world, { anew: true });
    expect(world.asked).toEqual([metadata, keys, metadata, keys]);
  });
  test('keeps no failure', async () => {
    const world = documentsWorld({ ...answers(), [keys]: { status: 503 } });
    expect((await fetchDocuments(held, ['a'], world)).keys).toEqual({
      ok: false,
      address: keys,
      why: 'status',
      detail: '503',
    });
    world.answers[keys] = set('a');
    expect(kidsOf(await fetchDocuments(held, ['a'], world))).toMatchObject({ keys: ['a'] });
  });
  test('may hold what nobody can read, or not work at all', async () => {
    const world = documentsWorld(answers());
    world.cached.set(`keys ${keys}`, { keys: 1 }).set(`metadata ${issuer}`, 'x');
    expect(kidsOf(await fetchDocuments(held, ['a'], world))).toMatchObject({ keys: ['a'] });
    const broken = async () => Promise.reject(new Error('broken'));
    const without = { ...documentsWorld(answers()), cache: { read: broken, write: broken } };
    expect(kidsOf(await fetchDocuments(held, ['a'], without))).toMatchObject({ keys: ['a'] });
  });
  test('is filled once by those who ask at the same time', async () => {
    const world = documentsWorld(answers());
    await Promise.all([1, 2, 3].map(() => fetchDocuments(held, ['a'], world)));
    expect(world.asked).toEqual([metadata, keys]);
  });
});

describe('a key id that the set does not hold', () => {
  test('has it fetched once more, also right after the first time, and what is gone is remembered', async () => {
    const world = documentsWorld(answers());
    await fetchDocuments(held, ['a'], world);
    world.answers[keys] = set('b');
    world.at = now + 1000;
    expect(kidsOf(await fetchDocuments(held, ['b'], world))).toEqual({ keys: ['b'], retired: [['a', now + 1000]] });
    expect(world.asked).toEqual([metadata, keys, keys]);
  });
  test('has it fetched again only after 30 s, from the last time that a key id was the cause', async () => {
    const world = documentsWorld(answers());
    await fetchDocuments(held, ['a'], world);
    for (const [at, count] of [
      [0, 3],
      [29_999, 3],
      [30_000, 4],
      [59_999, 4],
      [60_000, 5],
    ] as const) {
      world.at = now + at;
      expect(kidsOf(await fetchDocuments(held, ['forged'], world))).toMatchObject({ keys: ['a'] });
      expect(world.asked).toHaveLength(count);
    }
  });
  test('cools down also when the issuer did not answer', async () => {
    const world = documentsWorld(answers());
    await fetchDocuments(held, ['a'], world);
    world.answers[keys] = { ok: false, kind: 'timeout' };
    expect(kidsOf(await fetchDocuments(held, ['b'], world))).toBe('timeout');
    expect(kidsOf(await fetchDocuments(held, ['a', 'c'], world))).toMatchObject({ keys: ['a'] });
    expect(world.asked).toHaveLength(3);
  });
  test('is left open with the reason while it cools down, unless the kept set serves', async () => {
    const world = documentsWorld(answers());
    await fetchDocuments(held, ['a'], world);
    world.answers[keys] = { status: 503 };
    await fetchDocuments(held, ['b'], world);
    world.at = now + 29_999;
    const { keys: found } = await fetchDocuments(held, ['b'], world);
    expect(found).toEqual({ ok: false, address: keys, why: 'status', detail: '503' });
    expect(kidsOf(await fetchDocuments(held, ['a'], world))).toMatchObject({ keys: ['a'] });
    expect(world.asked).toHaveLength(3);
    world.at = now + 30_000;
    world.answers[keys] = set('a');
    await fetchDocuments(held, ['b'], world);
    world.at = now + 31_000;
    expect(kidsOf(await fetchDocuments(held, ['b'], world))).toMatchObject({ keys: ['a'] });
  });
  test('leaves the known keys of use when the issuer does not answer', async () => {
    const world = documentsWorld(answers());
    await fetchDocuments(held, ['a'], world);
    world.answers[keys] = { ok: false, kind: 'timeout' };
    expect(kidsOf(await fetchDocuments(held, ['a', 'b'], world))).toMatchObject({ keys: ['a'] });
  });
  test('is not asked for when the set has just come, or the id is longer than any', async () => {
    const world = documentsWorld(answers());
    await fetchDocuments(held, ['b'], world);
    await fetchDocuments(held, ['x'.repeat(1025)], world);
    expect(world.asked).toEqual([metadata, keys]);
  });
});

describe('keys that are gone', () => {
  test('are remembered with the moment until which they were taken for current ones', async () => {
    const world = documentsWorld(answers());
    await fetchDocuments(held, [], world);
    world.at = now + 60 * minute;
    world.answers[keys] = set('b');
    expect(kidsOf(await fetchDocuments(held, [], world))).toMatchObject({ retired: [['a', now + 10 * minute]] });
  });
  test('are forgotten as such when they come back, and beyond one hundred', async () => {
    const world = documentsWorld(answers());
    const names = (from: number) => Array.from({ length: 60 }, (_, index) => `k${from + index}`);
    for (const kids of [['a'], names(0), names(100), names(200), ['a']]) {
      world.answers[keys] = set(...kids);
      world.at += 1000;
      await fetchDocuments(held, [], world, { anew: true });
    }
    const { keys: found } = await fetchDocuments(held, [], world);
    expect(found).toMatchObject({ ok: true, keys: [{ kid: 'a' }] });
    const retired = found.ok ? found.retired.map(({ key }) => key.kid) : [];
    expect(retired).toEqual([...names(200), ...names(100).slice(0, 40)]);
  });
});

describe('the metadata', () => {
  test('of another issuer is not used, nor anything in its place', async () => {
    const world = documentsWorld({ ...answers(), [metadata]: { body: { ...document, issuer: `${issuer}/` } } });
    const saved = profile({ ...held, endpoints: { ...endpoints, jwks: keys }, metadata: { fetchedAt: 1, document } });
    expect(await fetchDocuments(saved, ['a'], world)).toEqual({
      discovered: { ok: false, problem: 'issuer_mismatch', detail: `${issuer}/` },
      keys: { ok: false, why: 'wrong_issuer' },
    });
    expect(world.asked).toEqual([metadata]);
  });
  test('that was saved with the profile serves when it cannot be had', async () => {
    const world = documentsWorld({ [keys]: set('a') });
    const saved = profile({ ...held, metadata: { fetchedAt: 1, document } });
    expect(await fetchDocuments(saved, [], world)).toMatchObject({
      discovered: { ok: true, metadata: { fetchedAt: 1 }, savedFor: { problem: 'status', detail: '404' } },
      keys: { ok: true },
    });
    const foreign = profile({ ...held, metadata: { fetchedAt: 1, document: { ...document, issuer: 'https://x' } } });
    expect(await fetchDocuments(foreign, [], world)).toEqual({
      discovered: { ok: false, problem: 'status', detail: '404' },
      keys: { ok: false, why: 'no_address' },
    });
    world.answers[metadata] = { body: document };
    expect((await fetchDocuments(saved, [], world)).discovered).not.toHaveProperty('savedFor');
  });
});

describe('the address of the keys', () => {
  test('is that of the metadata before that of the profile', async () => {
    const world = documentsWorld({ ...answers(), 'https://op.example/other': set('z') });
    const own = profile({ ...held, endpoints: { ...endpoints, jwks: 'https://op.example/other' } });
    expect(kidsOf(await fetchDocuments(own, [], world))).toMatchObject({ keys: ['a'] });
    world.answers[metadata] = { body: { issuer } };
    expect(kidsOf(await fetchDocuments(own, [], world, { anew: true }))).toMatchObject({ keys: ['z'] });
  });
  test('of a user pool is known without its metadata', async () => {
    const pool = profile();
    const world = documentsWorld({ [`${pool.issuer}/.well-known/jwks.json`]: set('c') });
    expect(kidsOf(await fetchDocuments(pool, [], world))).toMatchObject({ keys: ['c'] });
  });
  test('without an issuer is none, whatever the profile says', async () => {
    const world = documentsWorld(answers());
    const { issuer: _, ...without } = profile({ ...held, endpoints: { ...endpoints, jwks: keys } });
    const nothing = { discovered: undefined, keys: { ok: false, why: 'no_issuer' } };
    expect(await fetchDocuments(without, ['a'], world)).toEqual(nothing);
    expect(await fetchDocuments(undefined, ['a'], world)).toEqual(nothing);
    expect(world.asked).toEqual([]);
  });
});

describe('the clock of the provider', () => {
  const dated = (ahead: number, more: Record<string, string> = {}) => ({
    'content-type': 'application/json',
    date: new Date(now + ahead).toUTCString(),
    ...more,
  });
  test.each([
    ['an hour ahead', { headers: dated(60 * minute) }, 60 * minute],
    ['an hour behind, out of a cache', { headers: dated(-61 * minute, { age: '60' }) }, -60 * minute],
    ['as good as ours', { headers: dated(1000) }, undefined],
    ['not told', {}, undefined],
    ['not to be read', { headers: dated(0, { date: 'soon' }) }, undefined],
  ])('%s', async (_, headers, skew) => {
    const world = documentsWorld({ ...answers(), [keys]: { ...set('a'), ...headers } });
    const { clockSkew } = await fetchDocuments(held, [], world);
    // the answer took 200 ms, of which the half counts
    expect(clockSkew).toBe(skew === undefined ? undefined : skew + 100);
    expect((await fetchDocuments(held, [], world)).clockSkew).toBe(clockSkew);
  });
});

import { describe, expect, test } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createForgotten } from '../../../src/worker/forgotten.ts';
import { createSecrets } from '../../../src/worker/secrets.ts';
import { profile } from '../../support/records.ts';

const passphrase = 'correct horse battery';

/** The secrets on a storage in memory; `restart` is the browser that was closed and opened again. */
function world(kept: Record<string, unknown> = {}) {
  const local = memoryArea({ profiles: [profile(), profile({ id: 'p2', name: 'other' })], keptSecrets: kept });
  let session = memoryArea();
  let stores = createStores(local, session);
  const forgotten = createForgotten();
  const own = {
    local,
    forgotten,
    secrets: createSecrets({ stores, forgotten }),
    stored: async () => ({ local: await local.get(null), session: await session.get(null) }),
    kept: async (): Promise<Record<string, unknown>> => (await local.get('keptSecrets')).keptSecrets as never,
    restart() {
      session = memoryArea();
      stores = createStores(local, session);
      own.secrets = createSecrets({ stores, forgotten });
    },
    keep: (profileId: string, secret: string, phrase?: string) =>
      own.secrets.verbs.keepSecret({
        type: 'keepSecret',
        profileId,
        secret,
        ...(phrase !== undefined && { passphrase: phrase }),
      }),
    unlock: (profileId: string, phrase: string) =>
      own.secrets.verbs.unlockSecret({ type: 'unlockSecret', profileId, passphrase: phrase }),
    forget: (profileId: string) => own.secrets.verbs.forgetSecret({ type: 'forgetSecret', profileId }),
  };
  return own;
}

describe('a profile that is gone', () => {
  const left = async (profiles: unknown[], managed: unknown[] = []) => {
    const local = memoryArea({ profiles, keptSecrets: { p1: 'kept' } });
    const session = memoryArea({ clientSecrets: { p1: 'one', p2: 'other' } });
    const stores = createStores(local, session, memoryArea({ profiles: managed }));
    await createSecrets({ stores, forgotten: createForgotten() }).dropOrphans();
    expect(await stores.keptSecrets.get()).toEqual({ p1: 'kept' });
    return Object.keys(await stores.clientSecrets.get());
  };
  test('takes the secret along that was in memory for it, and leaves what lies encrypted on disk', async () => {
    expect(await left([profile({ id: 'p2' })])).toEqual(['p2']);
    expect(await left([])).toEqual([]);
  });
  test.each([
    ['of a policy', [profile({ id: 'p2' })], [profile()]],
    ['that this version cannot read', [profile({ id: 'p2' }), { id: 'p1', name: 'of a later version' }], []],
  ])('is none %s', async (_, profiles, managed) => {
    expect(await left(profiles, managed)).toEqual(['p1', 'p2']);
  });
  test('is none of a policy that the browser takes its time to know', async () => {
    const managed = memoryArea({ profiles: [profile()] });
    let tell = () => {};
    const known = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const slow = { ...managed, get: (keys: string | string[] | null) => known.then(() => managed.get(keys)) };
    const local = memoryArea({ profiles: [profile({ id: 'p2' })], hasPolicy: true });
    const stores = createStores(local, memoryArea({ clientSecrets: { p1: 'one', p3: 'gone' } }), slow);
    expect(await stores.allProfiles.get()).toEqual([profile({ id: 'p2' })]);
    const dropped = createSecrets({ stores, forgotten: createForgotten() }).dropOrphans();
    await new Promise((resolve) => setImmediate(resolve));
    tell();
    await dropped;
    expect(await stores.clientSecrets.get()).toEqual({ p1: 'one' });
  });
});

describe('a secret that is being entered while secrets are forgotten', () => {
  test.each(['note', 'noteSecrets'] as const)('does not stay, in memory or on disk: %s', async (what) => {
    const own = world();
    const keeping = own.keep('p1', 'the-secret', passphrase);
    own.forgotten[what]();
    expect(await keeping).toEqual({ ok: false, reason: expect.stringContaining('forgotten meanwhile') });
    expect(JSON.stringify(await own.stored())).not.toContain('the-secret');
    expect(await own.kept()).toEqual({});
  });
  test('does not stay where the one of its own profile is', async () => {
    const own = world();
    const [keeping, other] = [own.keep('p1', 'the-secret', passphrase), own.keep('p2', 'of-another', passphrase)];
    expect(await own.forget('p1')).toEqual({ ok: true });
    expect(await keeping).toEqual({ ok: false, reason: expect.stringContaining('forgotten meanwhile') });
    expect(await other).toEqual({ ok: true });
    expect(Object.keys(await own.kept())).toEqual(['p2']);
    expect((await own.stored()).session.clientSecrets).toEqual({ p2: 'of-another' });
  });
  test('does not stay on disk where it is just being written', async () => {
    const own = world();
    const { set } = own.local;
    let isForgetting: Promise<unknown> = Promise.resolve();
    own.local.set = async (items) => {
      own.local.set = set;
      isForgetting = own.forget('p1');
      await new Promise((resolve) => setImmediate(resolve));
      return set(items);
    };
    expect(await own.keep('p1', 'the-secret', passphrase)).toMatchObject({ ok: false });
    await isForgetting;
    expect(await own.kept()).toEqual({});
  });
  test('is not unlocked into memory', async () => {
    const own = world();
    await own.keep('p1', 'the-secret', passphrase);
    own.restart();
    const unlocking = own.unlock('p1', passphrase);
    own.forgotten.noteSecrets();
    expect(await unlocking).toMatchObject({ ok: false });
    expect((await own.stored()).session.clientSecrets ?? {}).toEqual({});
  });
});

describe('a client secret', () => {
  test('is kept in memory, and goes with the browser', async () => {
    const own = world();
    expect(await own.keep('p1', 'typed')).toEqual({ ok: true });
    expect(await own.secrets.find('p1')).toBe('typed');
    expect(JSON.stringify((await own.stored()).local)).not.toContain('typed');
    own.restart();
    expect(await own.secrets.find('p1')).toBe(undefined);
  });

  test('is kept on disk under a passphrase, and is brought back by it', async () => {
    const own = world();
    await own.keep('p2', 'of the other', passphrase);
    expect(await own.keep('p1', 'typed', passphrase)).toEqual({ ok: true });
    expect(await own.secrets.find('p1')).toBe('typed');
    const { local, session } = await own.stored();
    expect(JSON.stringify(local)).not.toContain('typed');
    expect(JSON.stringify({ local, session })).not.toContain(passphrase);
    own.restart();
    expect(await own.secrets.find('p1')).toBe(undefined);
    expect(await own.unlock('p1', passphrase)).toEqual({ ok: true });
    expect(await own.secrets.find('p1')).toBe('typed');
    expect(await own.secrets.find('p2')).toBe(undefined);
  });

  test('stays where it is when the passphrase does not open it', async () => {
    const own = world();
    await own.keep('p1', 'typed', passphrase);
    own.restart();
    const before = await own.stored();
    expect(await own.unlock('p1', 'correct horse')).toEqual({
      ok: false,
      reason: 'This passphrase does not open it. Nothing was changed.',
    });
    expect(await own.stored()).toEqual(before);
  });

  test('is not opened from the place of another profile', async () => {
    const own = world();
    await own.keep('p1', 'typed', passphrase);
    const record = (await own.kept()).p1;
    const moved = world({ p2: record });
    expect(await moved.unlock('p2', passphrase)).toMatchObject({ ok: false });
  });

  test('that is to live in memory alone leaves none on disk', async () => {
    const own = world();
    await own.keep('p1', 'first', passphrase);
    await own.keep('p1', 'second');
    expect(await own.kept()).toEqual({});
    expect(await own.secrets.find('p1')).toBe('second');
  });

  test('is forgotten in memory and on disk, and no other with it', async () => {
    const own = world();
    await own.keep('p1', 'typed', passphrase);
    await own.keep('p2', 'of the other', passphrase);
    expect(await own.forget('p1')).toEqual({ ok: true });
    expect(await own.secrets.find('p1')).toBe(undefined);
    expect(Object.keys(await own.kept())).toEqual(['p2']);
    expect(await own.secrets.find('p2')).toBe('of the other');
    expect(await own.unlock('p1', passphrase)).toMatchObject({ ok: false, reason: expect.stringMatching(/No client/) });
  });

  const refusals: [what: string, id: string, secret: string, phrase: string | undefined, reason: RegExp][] = [
    ['an empty one', 'p1', '', undefined, /no secret/],
    ['that of no profile', 'p9', 'typed', undefined, /not there/],
    ['one under a short passphrase', 'p1', 'typed', 'eleven char', /12 characters/],
    ['one under spaces', 'p1', 'typed', ' '.repeat(20), /12 characters/],
  ];

  test.each(refusals)('is not kept: %s', async (_what, id, secret, phrase, reason) => {
    const own = world();
    const before = await own.stored();
    expect(await own.keep(id, secret, phrase)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
    expect(await own.stored()).toEqual(before);
  });

  test('named like a member of every object is a name as any other', async () => {
    const own = world();
    expect(await own.secrets.find('toString')).toBe(undefined);
    expect(await own.unlock('constructor', passphrase)).toMatchObject({ ok: false });
  });
});

test('where a newer version wrote what is on disk a secret that lies there stays in memory too, and one of memory alone can go', async () => {
  const own = world();
  await own.keep('p1', 'secret', passphrase);
  await own.keep('p2', 'other');
  await own.local.set({ schema: 2 });
  const refusal = { ok: false, reason: expect.stringContaining('Nothing was changed') };
  expect([await own.forget('p1'), await own.keep('p1', 'another')]).toEqual([refusal, refusal]);
  expect(await own.forget('p2')).toEqual({ ok: true });
  expect((await own.stored()).session.clientSecrets).toEqual({ p1: 'secret' });
});

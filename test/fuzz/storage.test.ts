import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { isArrival } from '../../src/capture/arrival.ts';
import { callbackFilters } from '../../src/capture/callback-filters.ts';
import { mayEndAt } from '../../src/capture/may-end-at.ts';
import { requestFilters } from '../../src/capture/request-filters.ts';
import { messageSchema } from '../../src/messages.ts';
import { type Area, memoryArea } from '../../src/platform/area.ts';
import { matchesCallback } from '../../src/protocol/callback-match.ts';
import { scanJson } from '../../src/protocol/json-scan.ts';
import { needsOf } from '../../src/protocol/needs.ts';
import { captureSchema, pendingLoginSchema, profileSchema } from '../../src/protocol/records.ts';
import { NewerStorage } from '../../src/store/newer-storage.ts';
import { createSyncStores } from '../../src/store/profile-sync.ts';
import { readSession, updateSession } from '../../src/store/session-records.ts';
import { setAsideKey } from '../../src/store/shape.ts';
import { createStores } from '../../src/store/stores.ts';
import { readSyncArea } from '../../src/worker/sync-items.ts';
import { changeJson } from './support/change-json.ts';
import { someChanges } from './support/changes.ts';
import { fullCapture, fullProfile, storedRecords } from './support/full-records.ts';
import { throughDoor } from './support/through-door.ts';

/** What could lie under a key: a value that was there, changed, or one of another key. */
const changedOf = (values: readonly unknown[]) =>
  fc
    .tuple(fc.constantFrom(...values), someChanges)
    .map(([value, changes]) => changeJson(value, changes))
    .filter((json) => scanJson(json).depth <= deepest)
    .map(parsed);

/** No browser stores what is nested deeper. */
const deepest = 200;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

const { local, session } = storedRecords;

type AnyStore = { get(): Promise<unknown>; update?(change: (held: unknown) => unknown): Promise<unknown> };

function storesOf(ofLocal: Area, ofSession: Area): Map<string, AnyStore> {
  const stores = { ...createStores(ofLocal, ofSession), ...createSyncStores(ofLocal) };
  // each has these two methods, of its own type
  return new Map(Object.entries(stores)) as unknown as Map<string, AnyStore>;
}

test('the records are what every store takes', async () => {
  const stores = storesOf(memoryArea(local), memoryArea(session));
  for (const [key, value] of Object.entries({ ...local, ...session })) {
    if (key !== 'settings' && stores.has(key)) expect(await stores.get(key)?.get(), key).toEqual(value);
  }
  expect(await readSession(memoryArea(session))).toMatchObject({ logins: session.logins, chores: session.chores });
  expect(isArrival(session['inbox:1'])).toBe(true);
});

test('every store reads whatever lies under its key, and a write loses none of it', async () => {
  const keys = [...Object.keys(local), ...Object.keys(session)];
  const values = Object.values({ ...local, ...session });
  await throughDoor('storage record', {
    inputs: fc.tuple(fc.constantFrom(...keys), fc.nat(), changedOf(values)),
    enter: async ([key, own, other]) => {
      // mostly of its own kind: else hardly any would come near what fits
      const stored = own % 4 === 0 ? other : withKind(key, other);
      const area = memoryArea({ [key]: stored });
      const store = storesOf(area, area).get(key);
      const read = await store?.get();
      await store?.update?.((held) => held).catch(expectNewer);
      const after = await area.get([key, setAsideKey]);
      return { key, stored, read, after };
    },
    hold({ key, stored, read, after }) {
      if (key === setAsideKey || !Array.isArray(read)) return;
      const found = Array.isArray(stored) ? stored : [stored];
      const aside = after[setAsideKey];
      const misfits = Array.isArray(aside) ? aside.filter((one) => one.key === key) : [];
      const isList = Array.isArray(after[key]) && key !== 'documents' && key !== 'inEffect';
      if (isList) expect(read.length + misfits.length).toBe(found.length);
      const schema = key === 'profiles' ? profileSchema : captureSchema;
      if (['profiles', 'captures', 'privateCaptures'].includes(key)) {
        expect(read.every((one) => v.is(schema, one))).toBe(true);
      }
    },
  });
});

/** What a later version has written is only read. */
function expectNewer(error: unknown) {
  expect(error).toBeInstanceOf(NewerStorage);
}

/** The value as the key has it: one record of a list becomes a list. */
function withKind(key: string, value: unknown): unknown {
  const usual = { ...local, ...session }[key];
  return Array.isArray(usual) && !Array.isArray(value) ? [value, ...usual] : value;
}

test('captures and logins that change together are read whatever lies there', async () => {
  const { captures, logins, sightings, chores, pastStates } = session;
  const all = { captures, logins, sightings, chores, pastStates };
  const names = Object.keys(all) as (keyof typeof all)[];
  // one or two of them: all five at once would be more than a memory of ours ever holds
  const lists = fc
    .subarray(names, { minLength: 1, maxLength: 2 })
    .chain((some) => fc.record(Object.fromEntries(some.map((name) => [name, changedOf([all[name]])]))))
    .map((changed): Record<keyof typeof all, unknown> => ({ ...all, ...changed }));
  await throughDoor('session records', {
    inputs: lists,
    enter: async (stored) => {
      const area = memoryArea(stored);
      const read = await readSession(area);
      await updateSession(area, (records) => ({ ...records, chores: [] }));
      return { read, after: await area.get(null) };
    },
    hold({ read, after }, { captures, logins }) {
      expect(read.captures.every((one) => v.is(captureSchema, one))).toBe(true);
      expect(read.logins.every((one) => v.is(pendingLoginSchema, one))).toBe(true);
      const count = [captures, logins].reduce<number>((sum, one) => sum + (Array.isArray(one) ? one.length : 1), 0);
      const aside = after[setAsideKey] ?? [];
      expect(read.captures.length + read.logins.length + (aside as unknown[]).length).toBe(count);
    },
  });
});

const anyHost = {
  callback: 'https://*.example/cb',
  endpoints: { authorization: 'https://*/a', token: 'https://%2a/t' },
};
const profileLists = changedOf([
  [fullProfile],
  [fullProfile, { ...fullProfile, id: 'p2', callback: 'myapp://cb' }],
  [{ ...fullProfile, provider: 'oidc', ...anyHost }],
]);

test('a managed policy is read whatever it says, and what it says is watched or left out', async () => {
  await throughDoor('managed policy', {
    inputs: profileLists,
    enter: async (profiles) => {
      const stores = createStores(memoryArea({ profiles: [fullProfile] }), memoryArea(), memoryArea({ profiles }));
      const loaded = await stores.allProfiles.load();
      const { records } = loaded;
      const filters = [callbackFilters(records), requestFilters(records)];
      const needs = records.map(needsOf);
      const ends = records.map((one) => [matchesCallback(one, one.callback), mayEndAt(one, one.callback)]);
      return { ...loaded, filters, needs, ends, own: await stores.profiles.get() };
    },
    hold({ records, leftOut, misfits, filters, needs, own }, profiles) {
      expect(records.every((one) => v.is(profileSchema, one))).toBe(true);
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      const given = Array.isArray(profiles) ? profiles.length : 1;
      const taken = records.filter((one) => JSON.stringify(one) !== JSON.stringify(fullProfile));
      expect(taken.length).toBeLessThanOrEqual(given);
      expect(misfits.length).toBe(leftOut.unreadable + leftOut.doubled.length);
      expect(own).toEqual([fullProfile]);
      // no profile of a policy widens what is watched or asked for
      for (const filter of callbackFiltersOf(filters)) expect(filter.schemes?.[0]).toBeTruthy();
      for (const { origins } of needs) {
        for (const origin of origins)
          expect(origin).toMatch(/^(?:https:\/\/[^/*]+|http:\/\/(?:localhost|127\.0\.0\.1))\/\*$/);
      }
    },
  });
});

const callbackFiltersOf = ([first]: unknown[]) => first as ReturnType<typeof callbackFilters>;

test('what another device put into the sync is read whatever it is, without secrets', async () => {
  await throughDoor('sync item', {
    inputs: changedOf([
      {
        round: 'r',
        'profile:p1': fullProfile,
        'profile:p2': { ...fullProfile, id: 'p2', client_secret: 's3cr3t-of-p2' },
      },
    ]),
    enter: (items) => readSyncArea({ ...Object(items) }),
    hold({ profiles }) {
      for (const [id, one] of profiles) {
        expect(v.is(profileSchema, one) && one.id === id).toBe(true);
        expect(Object.keys(one)).not.toContain('client_secret');
      }
    },
  });
});

test('a message is taken only in its shape', async () => {
  const messages = [
    { type: 'signIn', profileId: 'p1', windowId: 1, as: 'silent' },
    { type: 'callUserinfo', captureId: 'c1', anyway: true },
    { type: 'paste', text: JSON.stringify(fullCapture.tokens), profileId: 'p1' },
    { type: 'keepSecret', profileId: 'p1', secret: 's', passphrase: 'p' },
    { type: 'forget', captureIds: ['c1'] },
    { type: 'discover', issuer: 'https://op.example' },
  ];
  await throughDoor('message', {
    inputs: changedOf(messages),
    enter: (message) => v.safeParse(messageSchema, message),
    hold(read) {
      if (!read.success) return;
      const known = ['signIn', 'callUserinfo', 'paste', 'keepSecret', 'forget', 'discover'];
      expect(known).toContain(read.output.type);
    },
  });
});

import { describe, expect, test } from 'vitest';
import type { Host } from '../../../popup/host.ts';
import { activeProfile, newestCapture, silentAttempt } from '../../../popup/state/capture/current.ts';
import { hashOf, parseRoute } from '../../../popup/state/route.ts';
import { shortcutFor } from '../../../popup/state/shortcuts.ts';
import { type World, watchWorld } from '../../../popup/state/world.ts';
import { memoryArea } from '../../../src/platform/area.ts';
import { createStores } from '../../../src/store/stores.ts';
import { waitUntil } from '../../../tools/wait-until.mjs';
import { capture, now, profile } from '../../support/records.ts';

describe('the world', () => {
  const local = memoryArea({ profiles: [profile(), { id: 7 }] });
  const session = memoryArea({ captures: [capture()] });
  const permissions = {
    has: async () => true,
    request: async () => true,
    remove: async () => true,
    onChanged: () => {},
  };
  const managed = memoryArea({ profiles: [{ id: 'half' }] });
  const host: Host = {
    ...createStores(local, session, managed),
    permissions,
    where: async () => ({ isPrivate: false, windowId: 1, canIntercept: true, keepsRedirects: true }),
    send: () => Promise.reject(new Error('no worker')),
    openPage: () => {},
    copy: async () => {},
    now: () => now,
    newId: () => 'id',
  };

  test('is read part by part, told of changes, and quiet after the end', async () => {
    let world: World = {};
    let told = 0;
    const stop = new AbortController();
    watchWorld(
      host,
      (part) => {
        world = { ...world, ...part };
        told += 1;
      },
      stop.signal,
    );
    await waitUntil(() => Object.keys(world).length === 18, { what: 'every part' });
    expect(world).toMatchObject({ unreadableProfiles: 1, leftOutManaged: { unreadable: 1, doubled: [] } });
    expect(world).toMatchObject({ canWatch: true, activeId: '', logins: [], isReadOnly: false });
    expect(world).toMatchObject({
      privateCaptures: [],
      where: { isPrivate: false, windowId: 1, canIntercept: true, keepsRedirects: true },
    });
    await session.set({ captures: [capture({ id: 'new' }), capture()] });
    await waitUntil(() => world.captures?.length === 2, { what: 'the new capture' });
    stop.abort();
    const before = told;
    await session.set({ captures: [] });
    expect(told).toBe(before);
  });
});

test('the profile in front is the chosen one, else the first', () => {
  const profiles = [profile({ id: 'a' }), profile({ id: 'b' })];
  expect(activeProfile(profiles, 'b')?.id).toBe('b');
  expect(activeProfile(profiles, 'gone')?.id).toBe('a');
  expect(activeProfile([], '')).toBeUndefined();
});

test('the newest capture is one of the main frame, and one of a frame only where there is no other', () => {
  const framed = [capture({ id: '4', frame: 'sub' }), capture({ id: '3', frame: 'sub' })];
  expect(newestCapture([...framed, capture({ id: '2' }), capture({ id: '1' })])?.id).toBe('2');
  expect(newestCapture(framed)?.id).toBe('4');
  expect(newestCapture([])).toBeUndefined();
});

test('a silent sign-in that found no session stays behind tokens captured before, and is told of', () => {
  const none = capture({ id: '9', silent: true, tokens: {}, error: { error: 'login_required' } });
  const failed = capture({ id: '8', tokens: {}, error: { error: 'access_denied' } });
  const held = capture({ id: '1' });
  expect(newestCapture([none, failed, held])?.id).toBe('1');
  expect(silentAttempt([none, failed, held])?.id).toBe('9');
  expect(newestCapture([none])?.id).toBe('9');
  expect(silentAttempt([none])).toBeUndefined();
  expect(newestCapture([failed, held])?.id).toBe('8');
  expect(silentAttempt([failed, held])).toBeUndefined();
});

test.each([
  ['', { view: 'captures', id: '' }],
  ['#captures/a%2Fb', { view: 'captures', id: 'a/b' }],
  ['#profiles/new', { view: 'profiles', rest: 'new' }],
  ['#profiles', { view: 'profiles', rest: '' }],
  ['#captures/%E0%A4%A', { view: 'captures', id: '%E0%A4%A' }],
])('the route of "%s"', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

test('a route goes into the hash and comes back', () => {
  const route = { view: 'captures', id: 'a/b ü' } as const;
  expect(parseRoute(hashOf(route))).toEqual(route);
});

describe('single keys', () => {
  const press = { key: 'c', altKey: false, ctrlKey: false, metaKey: false, defaultPrevented: false, repeat: false };

  test('act while nothing else takes keys and no modifier is held', () => {
    expect(shortcutFor(press, false)).toBe('c');
    expect(shortcutFor(press, true)).toBeUndefined();
    expect(shortcutFor({ ...press, ctrlKey: true }, false)).toBeUndefined();
    expect(shortcutFor({ ...press, metaKey: true }, false)).toBeUndefined();
    expect(shortcutFor({ ...press, repeat: true }, false)).toBeUndefined();
    expect(shortcutFor({ ...press, key: 'x' }, false)).toBeUndefined();
  });
});

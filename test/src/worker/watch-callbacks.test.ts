import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Area, memoryArea } from '../../../src/platform/area.ts';
import type { Capture, PendingLogin } from '../../../src/protocol/records.ts';
import { codeProfile } from '../../support/code-login.ts';
import { login } from '../../support/records.ts';

const fake = vi.hoisted(() => ({ browser: {} as object }));
vi.mock('../../../src/platform/browser.ts', () => fake);

const profile = codeProfile({ id: 'p1', callback: 'http://localhost:3000/callback' });
const tabId = 7;

/** A browser with these areas, in which every other call answers with nothing. `tell` has one of its events happen. */
function fakeBrowser(areas: Record<string, Area>) {
  const events = new Map<string, Set<(...told: unknown[]) => void>>();
  const answers: Record<string, (...given: never[]) => unknown> = {
    'runtime.getURL': () => 'chrome-extension://id/',
    'permissions.getAll': async () => ({ permissions: ['webNavigation'], origins: [] }),
    'permissions.contains': async () => true,
    'windows.getAll': async () => [],
    // every tab is closed
    'tabs.get': async () => Promise.reject(new Error('No tab with id')),
    'tabs.query': async () => [],
  };
  const member = (path: string): unknown => {
    const of = (name: string) => {
      if (!/^on[A-Z]/.test(name)) return answers[`${path}.${name}`] ?? (async () => undefined);
      const listeners = events.get(`${path}.${name}`) ?? new Set();
      events.set(`${path}.${name}`, listeners);
      return {
        addListener: (listener: () => void) => void listeners.add(listener),
        removeListener: (listener: () => void) => void listeners.delete(listener),
      };
    };
    return new Proxy({}, { get: (_, name) => of(String(name)) });
  };
  const storage = new Proxy(areas, { get: (all, name) => all[String(name)] ?? (member('storage') as never)[name] });
  const tell = (path: string, ...told: unknown[]) => {
    for (const listener of events.get(path) ?? []) listener(...told);
  };
  const browser = new Proxy({}, { get: (_, name) => (name === 'storage' ? storage : member(String(name))) });
  return { browser, tell };
}

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => Promise<unknown>) => work() } });
});

afterEach(() => vi.unstubAllGlobals());

/** A worker that an answer has started, as Chromium does. Until `letGo` the browser takes in nothing that is written. */
async function startedWorker(logins: PendingLogin[]) {
  const session = memoryArea({ logins });
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const slow: Area = { ...session, set: (items) => isLetGo.then(() => session.set(items)) };
  const local = memoryArea({ profiles: [profile] });
  const { browser, tell } = fakeBrowser({ session: slow, local, managed: memoryArea(), sync: memoryArea() });
  fake.browser = browser;
  const { createParts } = await import('../../../src/worker/parts.ts');
  const { watchCallbacks } = await import('../../../src/worker/watch-callbacks.ts');
  const { followFirst } = watchCallbacks(createParts());
  void followFirst();
  const held = async () => (await session.get('captures')).captures as Capture[] | undefined;
  const answer = (state: string) =>
    tell('webNavigation.onCommitted', {
      url: `${profile.callback}?code=abc&state=${state}`,
      tabId,
      frameId: 0,
      frameType: 'outermost_frame',
      timeStamp: Date.now(),
    });
  return { session, tell, letGo, held, answer };
}

test('a tab that its answer closes closes no login: what is being written down comes first', async () => {
  const own = login({
    profileId: 'p1',
    startedAt: Date.now(),
    tabId,
    request: { ...login().request, responseType: 'code' },
  });
  const { session, tell, letGo, held, answer } = await startedWorker([own]);
  answer(own.state);
  tell('tabs.onRemoved', tabId, { windowId: 1, isWindowClosing: false });
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect((await session.get('logins')).logins).toHaveLength(1);
  letGo();
  await vi.waitFor(async () => expect(await held()).toMatchObject([{ startedHere: true }]));
});

test('a tab that the person closes ends its login, which then has no answer', async () => {
  const own = login({ profileId: 'p1', startedAt: Date.now(), tabId });
  const { session, tell, letGo, held } = await startedWorker([own]);
  letGo();
  tell('tabs.onRemoved', tabId, { windowId: 1, isWindowClosing: false });
  await vi.waitFor(async () => expect((await session.get('logins')).logins).toEqual([]));
  expect(await held()).toBeUndefined();
});

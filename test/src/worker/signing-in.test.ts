import { expect, test, vi } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { readSession, updateSession } from '../../../src/store/session-records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createSigningIn } from '../../../src/worker/signing-in.ts';
import { login, now, profile } from '../../support/records.ts';

vi.mock('../../../src/platform/browser.ts', () => ({ browser: {} }));
const platform = vi.hoisted(() => ({
  openTab: async (_: string): Promise<{ tabId?: number; isPrivate: boolean }> => ({ isPrivate: false }),
}));
vi.mock('../../../src/platform/tabs.ts', async (original) => ({
  ...(await original<object>()),
  openTab: (url: string) => platform.openTab(url),
}));

const untouched = () => Promise.reject(new Error('is not asked for'));

test('a sign-in that is not begun takes no pause back, one that is does so before its page is opened', async () => {
  const area = memoryArea();
  const odd = profile({ id: 'odd', provider: 'oidc', endpoints: { authorization: 'ftp://id.example/authorize' } });
  const stores = createStores(memoryArea({ profiles: [odd, profile()] }), area);
  const done: string[] = [];
  platform.openTab = async (url) => {
    done.push(`opened ${new URL(url).pathname}`);
    return { tabId: 7, isPrivate: false };
  };
  const { verbs } = createSigningIn(
    { stores, now: () => now },
    {
      world: { change: untouched, findCapture: untouched, changeCapture: untouched },
      settling: { settle: async () => {}, intercept: untouched },
      judging: { run: untouched, onJudged: () => {}, judge: untouched, discovered: async () => undefined },
      pause: { takeBack: async () => void done.push('watched again') },
    },
  );
  expect(await verbs.signIn({ type: 'signIn', profileId: 'odd' })).toMatchObject({ ok: false });
  expect(done).toEqual([]);
  expect(await verbs.signIn({ type: 'signIn', profileId: 'p1' })).toEqual({ ok: true });
  expect(done).toEqual(['watched again', 'opened /oauth2/authorize']);
});

test('the state of a login that was cancelled is known for a while: its answer may still come', async () => {
  const area = memoryArea({ logins: [login(), login({ state: 'other' })] });
  const stores = createStores(memoryArea({ profiles: [profile()] }), area);
  const { verbs } = createSigningIn(
    { stores, now: () => now },
    {
      world: {
        change: (changed) => updateSession(area, changed),
        findCapture: untouched,
        changeCapture: untouched,
      },
      settling: { settle: async () => {}, intercept: untouched },
      judging: { run: untouched, onJudged: () => {}, judge: untouched, discovered: untouched },
      pause: { takeBack: untouched },
    },
  );
  await verbs.cancelSignIn({ type: 'cancelSignIn', state: 'the-state' });
  await verbs.cancelSignIn({ type: 'cancelSignIn', state: 'of nobody' });
  const { logins, pastStates } = await readSession(area);
  expect(logins.map(({ state }) => state)).toEqual(['other']);
  expect(pastStates).toEqual([{ state: 'the-state', profileId: 'p1', why: 'cancelled', at: now }]);
});

import { expect, test, vi } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { readSession, updateSession } from '../../../src/store/session-records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createSigningIn } from '../../../src/worker/signing-in.ts';
import { login, now, profile } from '../../support/records.ts';

vi.mock('../../../src/platform/browser.ts', () => ({ browser: {} }));

const untouched = () => Promise.reject(new Error('is not asked for'));

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

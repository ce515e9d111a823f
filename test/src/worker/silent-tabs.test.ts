import { describe, expect, test } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import type { PendingLogin } from '../../../src/protocol/records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createSilentTabs } from '../../../src/worker/silent-tabs.ts';
import { login, now, profile } from '../../support/records.ts';

const silent = { silent: true, startedAt: now, tabId: 7 } as const;

type Setting = {
  over?: Partial<PendingLogin>;
  /** Whether the tab has loaded, after so many ms: undefined when it is closed. */
  isLoaded?: (after: number) => boolean | undefined;
  /** What happens meanwhile. */
  meanwhile?: (after: number, stores: ReturnType<typeof createStores>) => Promise<unknown>;
  onSettle?: (stores: ReturnType<typeof createStores>) => Promise<unknown>;
};

async function outcomeOf({ over = {}, isLoaded = () => false, meanwhile, onSettle }: Setting) {
  let time = now;
  const stores = createStores(
    memoryArea({ profiles: [profile()] }),
    memoryArea({ logins: [login({ ...silent, ...over })] }),
  );
  const done: string[] = [];
  const tabs = createSilentTabs(
    { stores, now: () => time },
    {
      settle: async () => onSettle?.(stores),
      giveUp: async (state, reason) => void done.push(`gave up ${state}: ${reason}`),
    },
    {
      closeTab: async (tabId) => void done.push(`closed ${tabId}`),
      isTabLoaded: async () => isLoaded(time - now),
      pause: async () => {
        time += 100;
        await meanwhile?.(time - now, stores);
      },
    },
  );
  const outcome = await tabs.outcomeOf('the-state');
  return { outcome, took: time - now, done, logins: await stores.logins.get() };
}

const failed = { ok: false, reason: expect.stringContaining('its session is over') };

describe('a provider that shows a page', () => {
  test('is given a second and a half to lead on from it', async () => {
    const { outcome, took, done, logins } = await outcomeOf({ isLoaded: (after) => after >= 300 });
    expect(outcome).toEqual(failed);
    expect(took).toBe(1800);
    expect(done).toEqual(['closed 7']);
    expect(logins).toEqual([]);
  });
  test('that leads on from page to page is given more', async () => {
    const { outcome, took } = await outcomeOf({ isLoaded: (after) => after < 1000 || after >= 2000 });
    expect(outcome).toEqual(failed);
    expect(took).toBe(3500);
  });
});

test('a provider that does not answer is given fifteen seconds', async () => {
  const { outcome, took } = await outcomeOf({});
  expect(outcome).toEqual(failed);
  expect(took).toBe(15_000);
});

test('one that another life of the worker began is over at once when its time is', async () => {
  const { outcome, took } = await outcomeOf({ over: { startedAt: now - 20_000 } });
  expect(outcome).toEqual(failed);
  expect(took).toBe(0);
});

test('an empty tab that waits for its rule is no page of the provider', async () => {
  const { took } = await outcomeOf({ over: { intercept: 'wanted' }, isLoaded: () => true });
  expect(took).toBe(15_000);
});

test('an answer ends the watch', async () => {
  const meanwhile: Setting['meanwhile'] = async (after, { logins }) =>
    after === 500 && logins.update((all) => all.map((one) => ({ ...one, ended: true })));
  const { outcome, took, done } = await outcomeOf({ meanwhile });
  expect({ outcome, took, done }).toEqual({ outcome: { ok: true }, took: 500, done: [] });
});

test('an answer that still waits in the inbox is no failure', async () => {
  const onSettle: Setting['onSettle'] = ({ logins }) =>
    logins.update((all) => all.map((one) => ({ ...one, ended: true })));
  const { outcome, done } = await outcomeOf({ isLoaded: () => true, onSettle });
  expect({ outcome, done }).toEqual({ outcome: { ok: true }, done: [] });
});

describe('an answer with another state', () => {
  const answer = (logins: ReturnType<typeof createStores>['logins']) =>
    logins.update((all) => all.map((one) => ({ ...one, captureIds: ['c1'] })));
  const other = { ok: false, reason: expect.stringContaining('another state') };
  test('ends it with a reason, and cancels nothing', async () => {
    const meanwhile: Setting['meanwhile'] = async (after, { logins }) => after === 500 && answer(logins);
    const { outcome, took, done, logins } = await outcomeOf({ meanwhile });
    expect({ outcome, took, done, logins }).toEqual({ outcome: other, took: 500, done: ['closed 7'], logins: [] });
  });
  test('that waits in the inbox while its tab is gone already does so too', async () => {
    const onSettle: Setting['onSettle'] = ({ logins }) => answer(logins);
    const { outcome, done } = await outcomeOf({ isLoaded: () => undefined, onSettle });
    expect({ outcome, done }).toEqual({ outcome: other, done: ['closed 7'] });
  });
});

test('the person who closes the tab cancels', async () => {
  const { outcome, done } = await outcomeOf({ isLoaded: (after) => (after < 300 ? false : undefined) });
  expect(outcome).toMatchObject({ ok: false });
  expect(done).toEqual([expect.stringMatching(/^gave up the-state: .*cancelled/)]);
});

import { describe, expect, test, vi } from 'vitest';
import type { ArrivalEvent } from '../../../src/capture/arrival.ts';
import { memoryArea } from '../../../src/platform/area.ts';
import type { Needs } from '../../../src/protocol/needs.ts';
import { loginLifetime, type PendingLogin, type Profile, type Recording } from '../../../src/protocol/records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createRecording } from '../../../src/worker/recording.ts';
import { login, now, profile } from '../../support/records.ts';

const callback = 'http://localhost:3000/callback';
const site = 'https://id.example.com/*';
const request = {
  response_type: 'code',
  client_id: 'app',
  redirect_uri: callback,
  scope: 'openid',
  state: 'of-the-app',
};
const signInPage = `https://id.example.com/authorize?${new URLSearchParams(request)}`;
const event = (url: string, over: Partial<ArrivalEvent> = {}): ArrivalEvent => ({
  ...{ kind: 'committed', url, tabId: 7, frameId: 0, at: now },
  ...over,
});

type Setup = {
  profiles?: Profile[];
  logins?: PendingLogin[];
  held?: Needs;
  isPrivate?: boolean;
  canWatch?: boolean;
  recording?: Recording;
};

/** The worker's part on storages in memory, with a browser that only notes what is asked of it. */
function world({
  profiles = [],
  logins = [],
  held,
  isPrivate = false,
  canWatch = true,
  recording: stored,
}: Setup = {}) {
  const session = memoryArea({ logins });
  const local = memoryArea({ profiles, ...(stored && { recording: stored }) });
  const stores = createStores(local, session);
  const listening = { navigations: [] as unknown[], requests: [] as unknown[] };
  const watching = (of: keyof typeof listening) => (filters: unknown[]) => {
    listening[of].push(...filters);
    return () => {
      listening[of] = listening[of].filter((one) => !filters.includes(one));
    };
  };
  const given: Needs[] = [];
  const world = {
    clock: now,
    isWilling: true,
    isAlarmSet: false,
    onAlarm: () => {},
    wakesAt: undefined as number | undefined,
  };
  // a second life of the worker listens anew
  const live = () => {
    listening.navigations = [];
    listening.requests = [];
    return createRecording(
      { stores, session, now: () => world.clock },
      {
        privateWindows: { isAnyAt: async () => isPrivate },
        browser: {
          watchNavigation: watching('navigations'),
          watchRequests: watching('requests'),
          canWatchNavigation: () => canWatch,
          canWatchRequests: () => canWatch,
          filterMemory: () => undefined,
          isPrivateTab: async () => (isPrivate ? undefined : false),
          createAlarm: (_name, onAlarm) => {
            world.onAlarm = onAlarm;
            return (isSet) => {
              world.isAlarmSet = isSet;
            };
          },
          createWake: () => (at) => {
            world.wakesAt = at;
          },
          granted: async () => held ?? { permissions: ['webNavigation', 'webRequest'], origins: [site] },
          giveBack: async ({ permissions = [], origins = [] }) => {
            given.push({ permissions, origins });
            return world.isWilling;
          },
        },
      },
    );
  };
  return Object.assign(world, { stores, local, session, listening, given, live });
}

const stored = (own: ReturnType<typeof world>) => own.stores.recording.get();

describe('a recording', () => {
  test('watches from the answer to its message on, and no longer than its login', async () => {
    const own = world();
    const recording = own.live();
    await recording.follow();
    expect(own.listening).toEqual({ navigations: [], requests: [] });
    expect(await recording.verbs.record({ type: 'record', sites: [site] })).toEqual({ ok: true });
    expect(own.listening.navigations).toHaveLength(3);
    expect(own.listening.requests).toEqual([{ on: 'request', urls: [`${site}client_id=*`] }]);
    expect(own.isAlarmSet).toBe(true);
    recording.see(event(signInPage));
    await recording.follow();
    expect(own.listening.navigations).toContainEqual(expect.objectContaining({ pathEquals: '/callback' }));
    recording.see(event(`${callback}?code=secret-code&state=of-the-app`));
    await recording.follow();
    expect(await stored(own)).toMatchObject({ callback, brought: ['code', 'state'], endedAt: now });
    expect(own.listening).toEqual({ navigations: [], requests: [] });
    expect(own.isAlarmSet).toBe(false);
    expect(recording.isOn()).toBe(false);
    const all = JSON.stringify([await own.local.get(null), await own.session.get(null)]);
    expect(all).not.toMatch(/secret-code|of-the-app/);
  });

  test('is refused where a newer version wrote what is on disk: it would not be found again', async () => {
    const own = world();
    await own.local.set({ schema: 2 });
    const outcome = await own.live().verbs.record({ type: 'record', sites: [site] });
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('A newer Claimcheck') });
    expect(await own.local.get('recording')).toEqual({});
  });
  test('that a newer version left without an end is its own, and keeps nothing from going on', async () => {
    const own = world();
    const theirs = { startedAt: now - 3_600_000, sites: [site] };
    await own.local.set({ schema: 2, recording: theirs });
    const recording = own.live();
    await recording.follow();
    await recording.forget();
    expect(recording.isOn()).toBe(false);
    expect(own.listening).toEqual({ navigations: [], requests: [] });
    expect(await own.local.get('recording')).toEqual({ recording: theirs });
  });
  test('goes on in the next life of the worker', async () => {
    const own = world();
    const first = own.live();
    await first.verbs.record({ type: 'record', sites: [] });
    first.see(event(signInPage));
    await first.follow();
    const second = own.live();
    // what woke the worker comes before anything is read
    second.see(event(`${callback}?code=c`));
    await second.follow();
    expect(await stored(own)).toMatchObject({ callback, endedAt: now });
  });

  test('ends after ten minutes by itself', async () => {
    const own = world();
    const recording = own.live();
    await recording.verbs.record({ type: 'record', sites: [site] });
    own.clock = now + loginLifetime;
    recording.see(event(signInPage));
    own.onAlarm();
    await recording.follow();
    expect(await stored(own)).toEqual({
      startedAt: now,
      sites: [site],
      endedAt: now + loginLifetime,
      isGivenBack: true,
    });
    expect(own.listening).toEqual({ navigations: [], requests: [] });
    expect(own.given).toEqual([{ permissions: ['webNavigation', 'webRequest'], origins: [site] }]);
  });

  test('that is cancelled leaves nothing', async () => {
    const own = world();
    const recording = own.live();
    await recording.verbs.record({ type: 'record', sites: [site] });
    recording.see(event(signInPage));
    await recording.verbs.endRecording({ type: 'endRecording' });
    expect(await own.local.get('recording')).toEqual({});
    expect(await own.session.get('recordedSignIns')).toEqual({});
    expect(own.listening).toEqual({ navigations: [], requests: [] });
    expect(own.given).toHaveLength(1);
  });
});

describe('a recording that has ended', () => {
  const ended = {
    startedAt: now - 60_000,
    sites: [],
    callback,
    endedAt: now,
    isGivenBack: true,
  } satisfies Recording;
  test('goes after an hour, whichever life of the worker sees it', async () => {
    const own = world({ recording: ended });
    await own.live().follow();
    expect(await stored(own)).toEqual(ended);
    expect(own.wakesAt).toBe(now + 3_600_000);
    own.clock = now + 3_600_000;
    await own.live().follow();
    expect(await own.local.get('recording')).toEqual({});
    expect(own.wakesAt).toBeUndefined();
  });
  test('is forgotten where everything is, and so is one that goes on', async () => {
    for (const recording of [ended, { startedAt: now, sites: [site] }]) {
      const own = world({ recording });
      await own.session.set({ recordedSignIns: [{ url: signInPage, tabId: 7 }] });
      const life = own.live();
      await life.follow();
      await life.forget();
      expect(await own.local.get('recording')).toEqual({});
      expect(await own.session.get('recordedSignIns')).toEqual({});
      expect(own.listening).toEqual({ navigations: [], requests: [] });
      expect(own.wakesAt).toBeUndefined();
    }
  });
});

describe('what is not recorded', () => {
  const cases: [string, Setup][] = [
    ['the login that was started here', { logins: [login({ state: 'of-the-app' })] }],
    ['what happens in a private window', { isPrivate: true }],
  ];
  test.each(cases)('%s', async (_, setup) => {
    const own = world(setup);
    const recording = own.live();
    await recording.verbs.record({ type: 'record', sites: [] });
    recording.see(event(signInPage));
    await recording.follow();
    expect(await stored(own)).toEqual({ startedAt: now, sites: [] });
  });
  test('anything while there is no recording', async () => {
    const own = world();
    const recording = own.live();
    const isRead = vi.spyOn(own.stores.recording, 'get');
    await recording.follow();
    isRead.mockClear();
    recording.see(event(signInPage));
    expect(isRead).not.toHaveBeenCalled();
    await recording.follow();
    expect(await stored(own)).toBeUndefined();
  });
});

describe('what is given back', () => {
  const posted = profile({ callback: 'https://id.example.com/cb', watchRequests: true });
  const cases: [string, Setup, Needs | undefined][] = [
    ['nothing that was not held', { held: { permissions: [], origins: [] } }, undefined],
    ['nothing that a profile needs', { profiles: [posted] }, undefined],
    [
      'nothing but what the recording asked for',
      {
        profiles: [profile()],
        held: { permissions: ['webNavigation', 'webRequest', 'history'], origins: [site, 'https://x.example/*'] },
      },
      { permissions: ['webRequest'], origins: [site] },
    ],
  ];
  test.each(cases)('%s', async (_, setup, expected) => {
    const own = world(setup);
    const recording = own.live();
    await recording.verbs.record({ type: 'record', sites: [site] });
    await recording.verbs.endRecording({ type: 'endRecording' });
    expect(own.given).toEqual(expected ? [expected] : []);
  });
  test('nothing once more when one that is over is read again: a profile may be about to be saved', async () => {
    const over = { startedAt: now - 5000, sites: [site], endedAt: now - 1000, isGivenBack: true as const };
    const own = world({ recording: over });
    await own.live().follow(true);
    expect(own.given).toEqual([]);
  });
  test('the next time where the worker ended in between, or the browser did not take it', async () => {
    const own = world({ recording: { startedAt: now - 5000, sites: [site], endedAt: now - 1000 } });
    own.isWilling = false;
    await own.live().follow();
    expect(own.given).toHaveLength(1);
    own.isWilling = true;
    await own.live().follow();
    await own.live().follow();
    expect(own.given).toHaveLength(2);
  });
  test('and while it goes on it keeps what it needs', async () => {
    const surplus = { permissions: ['webRequest', 'history'], origins: [site, 'https://x.example/*'] };
    const own = world();
    const recording = own.live();
    expect(await recording.spared(surplus)).toEqual(surplus);
    await recording.verbs.record({ type: 'record', sites: [site] });
    expect(await recording.spared(surplus)).toEqual({ permissions: ['history'], origins: ['https://x.example/*'] });
  });
});

test.each(['https://*/*', '<all_urls>', 'http://id.example.com/*', 'https://id.example.com/path', ''])(
  'a site that is none, %s, is refused',
  async (strange) => {
    const own = world();
    expect(await own.live().verbs.record({ type: 'record', sites: [strange] })).toMatchObject({ ok: false });
    expect(await stored(own)).toBeUndefined();
  },
);

test('without the permission nothing is begun', async () => {
  const own = world({ canWatch: false });
  expect(await own.live().verbs.record({ type: 'record', sites: [] })).toMatchObject({ ok: false });
  expect(await stored(own)).toBeUndefined();
});

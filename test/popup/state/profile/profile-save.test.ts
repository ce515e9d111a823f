import { describe, expect, test } from 'vitest';
import type { Grant, Host, Where } from '../../../../popup/host.ts';
import { type Draft, emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import { findMissing, type Lack, promptLines } from '../../../../popup/state/profile/profile-grants.ts';
import { profileFromDraft } from '../../../../popup/state/profile/profile-record.ts';
import { type Save, type SaveStatus, saveProfile } from '../../../../popup/state/profile/profile-save.ts';
import { sleepers } from '../../../../src/protocol/needs.ts';
import type { Profile } from '../../../../src/protocol/records.ts';

const draft = {
  ...emptyDraft,
  name: 'demo',
  customDomain: 'auth.example.com',
  clientId: 'c',
  callback: 'http://localhost/cb',
};
const stored = profileFromDraft(draft, 'p');
const inPublic: Where = { isPrivate: false, canIntercept: true, keepsRedirects: true };

/** A host that writes down what was done with it, in order. */
function worldWith(profiles: Profile[], answer: () => Promise<boolean>, held: string[] = [], where: Where = inPublic) {
  const done: string[] = [];
  const granted = [...held];
  let list = profiles;
  const host = {
    profiles: {
      update: async (change: (records: Profile[]) => Profile[]) => {
        await Promise.resolve();
        list = change(list);
        done.push('written');
        return list;
      },
    },
    clientSecrets: { get: async () => ({ p: 'of p', q: 'of q' }) },
    where: async () => where,
    activeProfile: { set: async (id: string) => void done.push(`active ${id}`) },
    send: async (message: { type: string }) => {
      done.push(JSON.stringify(message));
      return { ok: true };
    },
    inEffect: { get: async () => sleepers },
    permissions: {
      has: async ({ permissions = [], origins = [] }: Grant) =>
        [...permissions, ...origins].every((name) => granted.includes(name)),
      request: async (grant: Grant) => {
        done.push(JSON.stringify(grant));
        const isGranted = await answer();
        if (isGranted) granted.push(...(grant.permissions ?? []), ...(grant.origins ?? []));
        return isGranted;
      },
    },
  };
  // only these members are used by what is tested
  return { host: host as unknown as Host, done, profiles: () => list };
}

const nothing = { permissions: [], origins: [], asleep: [] };
const save: Save = { id: 'p', draft, base: undefined, missing: undefined, next: 'stay' };
const asks = '{"permissions":["webNavigation"],"origins":[]}';
const signsIn = '{"type":"signIn","profileId":"p"}';

describe('saving', () => {
  test('asks the browser before anything is awaited', () => {
    const { host, done } = worldWith([], async () => true);
    void saveProfile(host, save, () => {});
    expect(done).toEqual([asks]);
  });

  test('writes the profile while the browser still asks', async () => {
    const { host, profiles } = worldWith([], () => new Promise(() => {}));
    const saved = await new Promise<Profile>((resolve) => void saveProfile(host, save, resolve));
    expect(profiles()).toEqual([saved]);
    expect(saved).toEqual(stored);
  });

  const declined: SaveStatus = { kind: 'declined', lacks: ['everything'] };
  const outcomes: [
    what: string,
    answer: () => Promise<boolean>,
    next: Save['next'],
    status: SaveStatus,
    done: string[],
  ][] = [
    ['allowed', async () => true, 'stay', { kind: 'saved' }, []],
    ['allowed, then signs in', async () => true, 'sign_in', { kind: 'saved' }, [signsIn]],
    ['declined', async () => false, 'stay', declined, []],
    ['declined, and does not sign in', async () => false, 'sign_in', declined, []],
    ['refused with an error', () => Promise.reject(new Error('no click')), 'sign_in', declined, []],
    [
      'refused at once',
      () => {
        throw new Error('no click');
      },
      'stay',
      declined,
      [],
    ],
  ];

  test.each(outcomes)('is %s', async (_what, answer, next, status, rest) => {
    const { host, done } = worldWith([], answer);
    expect(await saveProfile(host, { ...save, next }, () => {})).toEqual(status);
    expect(done).toEqual([asks, 'written', 'active p', ...rest]);
  });

  test('does not ask for what is granted', async () => {
    const { host, done } = worldWith([], async () => false, ['webNavigation']);
    expect(await saveProfile(host, { ...save, missing: nothing }, () => {})).toEqual({ kind: 'saved' });
    expect(done).toEqual(['written', 'active p']);
  });

  const everything: Draft = {
    ...draft,
    callback: 'https://app.example.com/cb',
    watchRequests: true,
    intercept: true,
    cleanUp: ['history', 'address'],
  };

  test('asks in one go for all that the profile needs, or for what is known to be missing of it', () => {
    const all = worldWith([], () => new Promise(() => {}));
    void saveProfile(all.host, { ...save, draft: everything }, () => {});
    const names = ['webNavigation', 'webRequest', 'declarativeNetRequestWithHostAccess', 'history', 'scripting'];
    expect(all.done).toEqual([JSON.stringify({ permissions: names, origins: ['https://app.example.com/*'] })]);

    const rest = worldWith([], () => new Promise(() => {}));
    const missing = { permissions: ['history'], origins: [], asleep: [] };
    void saveProfile(rest.host, { ...save, draft: everything, missing }, () => {});
    expect(rest.done).toEqual([JSON.stringify({ permissions: ['history'], origins: [] })]);
  });

  const site = 'https://app.example.com/*';
  const others = ['webRequest', 'declarativeNetRequestWithHostAccess', 'history', 'scripting'];
  const lacking: [what: string, change: Partial<Draft>, held: string[], lacks: Lack[]][] = [
    ['all of it', {}, [], ['intercept', 'redirects', 'history', 'address']],
    ['all of a form', { responseMode: 'form_post' }, [], ['intercept', 'form_post', 'history', 'address']],
    ['requests to the host', { cleanUp: [] }, others, ['intercept', 'redirects']],
    ['the host', {}, others, ['intercept', 'redirects', 'address']],
    ['holding back alone', {}, ['webRequest', 'history', 'scripting', site], ['intercept']],
    ['an app', { callback: 'myapp://cb', intercept: false, cleanUp: [] }, [], ['app_scheme']],
    ['interception alone', { watchRequests: false, cleanUp: [] }, [], ['intercept']],
    ['the history', { intercept: false, watchRequests: false }, ['scripting', site], ['history']],
    ['the address', { intercept: false, watchRequests: false }, ['history', site], ['address']],
  ];

  test.each(lacking)('without %s says what is lacking', async (_what, change, held, lacks) => {
    const { host, done } = worldWith([], async () => false, ['webNavigation', ...held]);
    const declining: Save = { ...save, draft: { ...everything, ...change }, next: 'sign_in' };
    expect(await saveProfile(host, declining, () => {})).toEqual({ kind: 'declined', lacks });
    // that a sign-in will not end inside must be read before it starts
    expect(done.includes(signsIn)).toBe(!lacks.includes('intercept'));
  });

  test('says that what Chromium has just granted begins with its next start', async () => {
    const { host } = worldWith([], async () => true);
    host.inEffect.get = async () => [];
    const intercepting: Save = { ...save, draft: { ...everything, cleanUp: [] } };
    expect(await saveProfile(host, intercepting, () => {})).toEqual({
      kind: 'declined',
      lacks: ['intercept', 'redirects', 'restart'],
    });
  });

  test('is no less for a question that failed where all is granted', async () => {
    const { host } = worldWith([], () => Promise.reject(new Error('no click')), ['webNavigation']);
    expect(await saveProfile(host, save, () => {})).toEqual({ kind: 'saved' });
  });

  test('signs in in the window that it was pressed in, if that is a private one', async () => {
    const { host, done } = worldWith([], async () => true, [], {
      isPrivate: true,
      windowId: 7,
      canIntercept: true,
      keepsRedirects: true,
    });
    await saveProfile(host, { ...save, next: 'sign_in' }, () => {});
    expect(done.at(-1)).toBe('{"type":"signIn","profileId":"p","windowId":7}');
  });

  test('changes the profile in its place and keeps what was changed elsewhere meanwhile', async () => {
    const other = { ...stored, id: 'q', name: 'other' };
    const changed = { ...stored, ofAnotherVersion: true };
    const { host, profiles } = worldWith([changed, other], async () => true);
    await saveProfile(host, { ...save, draft: { ...draft, name: 'renamed' }, base: stored }, () => {});
    expect(profiles()).toEqual([{ ...changed, name: 'renamed' }, other]);
  });

  test('of a client alone asks the browser for nothing, and signs nobody in', async () => {
    const { host, done, profiles } = worldWith([], async () => false);
    const alone: Save = { ...save, draft: { ...everything, responseType: '' }, next: 'sign_in' };
    expect(await saveProfile(host, alone, () => {})).toEqual({ kind: 'saved' });
    expect(done).toEqual(['written', 'active p']);
    expect(profiles()).toMatchObject([{ responseType: '', callback: '', intercept: false, watchRequests: false }]);
  });

  test('says why when it could not be stored', async () => {
    const { host } = worldWith([], async () => true);
    host.profiles.update = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    expect(await saveProfile(host, save, () => {})).toEqual({
      kind: 'failed',
      reason: 'The browser’s storage for extensions is full. Delete profiles that you no longer need, then save again.',
    });
  });
});

describe('a client secret', () => {
  const hmac = { checking: { ...draft.checking, idTokenAlgs: 'HS256' } };
  const basic = { clientAuth: 'client_secret_basic' as const };
  const disk = { keeping: 'disk' as const, passphrase: 'correct horse' };
  const typed: [what: string, change: Partial<Draft>, kept: object | undefined][] = [
    ['that the client shows is kept', { ...basic, clientSecret: ' typed ' }, { secret: 'typed' }],
    ['that signs is kept', { ...hmac, clientSecret: 'typed' }, { secret: 'typed' }],
    [
      'is kept on disk under the passphrase',
      { ...basic, ...disk, clientSecret: 'typed' },
      { secret: 'typed', passphrase: disk.passphrase },
    ],
    [
      'that is in memory goes to disk with a passphrase',
      { ...basic, ...disk },
      { secret: 'of p', passphrase: disk.passphrase },
    ],
    ['stays as it is where none was typed', { ...basic, clientSecret: ' ' }, undefined],
    ['stays as it is where the passphrase is empty too', { ...basic, ...disk, passphrase: '' }, undefined],
    ['stays as it is where nothing needs one', { clientSecret: 'typed' }, undefined],
  ];

  test.each(typed)('%s', async (_what, change, kept) => {
    const { host, done, profiles } = worldWith([], async () => true, ['webNavigation']);
    await saveProfile(host, { ...save, missing: nothing, draft: { ...draft, ...change } }, () => {});
    const message = { type: 'keepSecret', profileId: 'p', ...kept };
    expect(done.slice(2)).toEqual(kept ? [JSON.stringify(message)] : []);
    expect(JSON.stringify(profiles())).not.toMatch(/typed|correct horse/);
  });

  test('that could not be kept is said, and stays in the form', async () => {
    const { host } = worldWith([], async () => true, ['webNavigation']);
    host.send = (async () => ({ ok: false, reason: 'Full.' })) as Host['send'];
    const settled: boolean[] = [];
    const status = await saveProfile(
      host,
      { ...save, missing: nothing, draft: { ...draft, ...basic, clientSecret: 'typed' }, next: 'sign_in' },
      (_profile, isSecretKept) => settled.push(isSecretKept),
    );
    expect(status).toEqual({ kind: 'failed', reason: 'The profile is saved, its secret is not. Full.' });
    expect(settled).toEqual([false]);
  });
});

describe('what is asked', () => {
  test('is what the browser does not grant yet', async () => {
    const { host } = worldWith([], async () => true, ['webRequest', 'https://a.example/*']);
    const needs = {
      permissions: ['webNavigation', 'webRequest'],
      origins: ['https://a.example/*', 'https://b.example/*'],
    };
    expect(await findMissing(host, needs)).toEqual({
      permissions: ['webNavigation'],
      origins: ['https://b.example/*'],
      asleep: [],
    });
    host.inEffect.get = async () => ['declarativeNetRequestWithHostAccess'];
    expect(await findMissing(host, needs)).toMatchObject({ permissions: ['webNavigation'], asleep: ['webRequest'] });
  });

  test('has the words of the browser, where it has any', () => {
    const permissions = ['webNavigation', 'webRequest', 'declarativeNetRequestWithHostAccess', 'scripting', 'history'];
    expect(promptLines({ permissions, origins: ['http://localhost/*'] })).toEqual([
      'Read your browsing history',
      'Read and change your browsing history on all your signed-in devices',
      'Read and change your data on localhost',
    ]);
  });
});

import { describe, expect, test, vi } from 'vitest';
import type { SignInAs } from '../../../src/actions/sign-in.ts';
import { type Area, memoryArea } from '../../../src/platform/area.ts';
import type { Capture, Profile, Verdict } from '../../../src/protocol/records.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createFreshToken } from '../../../src/worker/fresh-token.ts';
import { capture, login, now, profile, token } from '../../support/records.ts';

const seconds = now / 1000;
const long = token({ sub: 'ada', exp: seconds + 3600 });
const short = token({ sub: 'ada', exp: seconds + 60 });
const failing: Verdict = { check: 'signature', result: 'fail', token: 'id_token' };
const session = { judgedAt: now - 1000, capturedAt: now - 60_000 };

const held = (over: Partial<Capture> = {}) => capture({ ...session, tokens: { access_token: long }, ...over });
const old = (over: Partial<Capture> = {}) => held({ tokens: { access_token: short }, ...over });
const refreshable = (over: Partial<Capture> = {}) =>
  held({ tokens: { access_token: short, refresh_token: 'the-refresh-token' }, ...over });

type Setting = {
  captures?: Capture[];
  privateCaptures?: Capture[];
  own?: Partial<Profile>;
  secret?: string;
  mayCopy?: boolean;
  /** What a policy gives. */
  managed?: Area;
  /** What the token endpoint makes of a capture. */
  refreshed?: (capture: Capture) => Capture;
  forClient?: Capture;
};

/** "Fresh token" on a storage in memory, in a browser that opens every login and says nothing of itself. */
function world({ captures = [], privateCaptures = [], own = {}, secret, mayCopy = false, ...calls }: Setting = {}) {
  let time = now;
  const { managed = memoryArea() } = calls;
  const local = memoryArea({ profiles: [profile({ responseType: 'code', ...own })], hasPolicy: 'managed' in calls });
  const session = memoryArea({ captures, privateCaptures, clientSecrets: secret ? { p1: secret } : {} });
  const stores = createStores(local, session, managed);
  const done: string[] = [];
  let press = (_: { windowId?: number; isPrivate: boolean }) => {};
  let failsToStart: string | undefined;
  let meanwhile = async () => {};
  const start = async (asked: { windowId?: number; as?: SignInAs; onStored?: (state: string) => Promise<unknown> }) => {
    const as = asked.as ?? 'interactive';
    const state = `${as} state`;
    done.push(`${as} in window ${asked.windowId}`);
    if (failsToStart !== undefined) return { ok: false as const, reason: failsToStart };
    await stores.logins.update((logins) => [
      ...logins,
      login({ state, startedAt: time, tabId: 7, ...(asked.as === 'silent' && { silent: true as const }) }),
    ]);
    await meanwhile();
    try {
      await asked.onStored?.(state);
    } catch {
      done.push(`${as} not opened`);
      return { ok: false as const, reason: 'not opened' };
    }
    return { ok: true as const, state };
  };
  const freshToken = () =>
    createFreshToken(
      { stores, session, now: () => time },
      {
        signingIn: { start },
        clipboard: {
          canCopy: async () => mayCopy,
          copy: async (text) => done.push(`copied ${text}`) > 0,
          note: async (text) => void done.push(`noted ${text}`),
        },
        tokenCalls: {
          refresh: async (id) => {
            done.push(`refresh ${id}`);
            const { refreshed } = calls;
            await meanwhile();
            if (!refreshed) return { ok: false, reason: 'not sent' };
            await stores.captures.update((all) => all.map((one) => (one.id === id ? refreshed(one) : one)));
            return { ok: true };
          },
          verbs: {
            refresh: async () => ({ ok: true }),
            revoke: async () => ({ ok: true }),
            clientToken: async () => {
              done.push('client token');
              const { forClient } = calls;
              if (!forClient) return { ok: false, reason: 'not sent' };
              await stores.captures.update((all) => [forClient, ...all]);
              return { ok: true, captureId: forClient.id };
            },
          },
        },
      },
      {
        createWake: () => () => {},
        findWindow: async (isPrivate) => (isPrivate ? undefined : 1),
        showTab: async (tabId) => void done.push(`tab ${tabId} in front`),
        openPopup: async () => void done.push('popup'),
        onCommand: (_, callback) => {
          press = callback;
        },
        rememberMayCopy: () => {},
        recallMayCopy: () => undefined,
        onPermissions: () => {},
      },
    );
  const first = freshToken();
  const fresh = () => stores.fresh.get();
  return {
    stores,
    done,
    fresh,
    freshToken,
    goOn: first.goOn,
    first,
    press: (place: { windowId?: number; isPrivate: boolean }) => press(place),
    doMeanwhile: (work: () => Promise<void>) => {
      meanwhile = work;
    },
    failToStart: (reason: string) => {
      failsToStart = reason;
    },
    later: (ms: number) => {
      time += ms;
    },
    ask: async (more: { windowId?: number; isPrivate?: true } = {}) => {
      const outcome = await first.verbs.freshToken({ type: 'freshToken', profileId: 'p1', ...more });
      await first.goOn();
      return outcome;
    },
    /** The answer to a login, as it is once it was judged. */
    answer: async (state: string, over: Partial<Capture> = {}) => {
      const request = { responseType: 'code', scopes: [], redirectUri: '', state, nonce: 'n' };
      const answered = held({ id: `of ${state}`, request, params: [['state', state]], ...over });
      await stores.captures.update((all) => [answered, ...all]);
      await stores.logins.update((logins) => logins.filter((one) => one.state !== state));
      await first.goOn();
    },
  };
}

describe('a token of a login that was not started here', () => {
  const planted = (over: Partial<Capture> = {}) => held({ id: 'planted', startedHere: false, ...over });
  const pass = (check: string): Verdict => ({ check, result: 'pass', token: 'id_token', from: 'front_channel' });
  const bound = ['signature', 'iss', 'aud', 'at_hash'].map(pass);
  test('is never handed over where anybody could have put it there with a link', async () => {
    const own = world({ captures: [planted(), old()] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'renewing' });
  });
  test.each(bound.map(({ check }) => check))('nor without a passed %s', async (missing) => {
    const own = world({ captures: [planted({ verdicts: bound.filter(({ check }) => check !== missing) })] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'renewing' });
  });
  test('stands behind an own one, however new it is', async () => {
    const own = world({ captures: [planted({ verdicts: bound }), held()] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'ready', captureId: 'c1' });
    expect(await own.fresh()).not.toHaveProperty('reason');
  });
  test('is handed over where its ID token binds it to this client, and that is said', async () => {
    const own = world({ captures: [planted({ verdicts: bound })] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({
      step: 'ready',
      captureId: 'planted',
      reason: 'It came with a login that was not started here.',
    });
  });
});

describe('a renewal through the session of another user', () => {
  const idOf = (sub: string) => token({ iss: 'https://id.example.com', sub });
  test.each([
    ['is not handed over without a word: a sign-in in front follows', 'bob', 'signing_in'],
    ['of the same user is handed over', 'ada', 'ready'],
  ])('%s', async (_, sub, step) => {
    const own = world({ captures: [old({ tokens: { access_token: short, id_token: idOf('ada') } })] });
    await own.ask();
    await own.answer('silent state', { tokens: { access_token: long, id_token: idOf(sub) } });
    expect(await own.fresh()).toMatchObject({ step });
    if (sub === 'bob') {
      expect(await own.fresh()).toMatchObject({ reason: expect.stringMatching(/session is that of another user/) });
    }
  });
});

describe('a token that is still good', () => {
  test('is handed over as it is', async () => {
    const own = world({ captures: [old({ id: 'c0' }), held()] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'ready', way: 'still_good', captureId: 'c1' });
    expect(own.done).toEqual([]);
  });
  test('is not handed over, nor refreshed, where it is of another client than the profile has since', async () => {
    const client = { clientId: 'before', authorization: 'https://before.example/authorize' };
    const own = world({ captures: [held({ client }), refreshable({ id: 'c2', client })] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'renewing' });
    expect(own.done).toEqual(['silent in window 1']);
  });
  test('is not handed over where it came from another token endpoint than the profile has since', async () => {
    const tokenAnswer = { grant: 'authorization_code', at: now, endpoint: 'https://before.example/token' } as const;
    const endpoints = { ...profile().endpoints, token: 'https://op.example/token' };
    const own = world({
      captures: [held({ tokenAnswer: { ...tokenAnswer, status: 200, body: '{}' } })],
      own: { endpoints },
    });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'renewing' });
  });
  test.each<[string, Partial<Capture>]>([
    ['for less than the chosen time', { tokens: { access_token: token({ exp: seconds + 299 }) } }],
    ['no one can tell how long', { tokens: { access_token: 'opaque' } }],
    ['but a check failed', { verdicts: [failing] }],
    ['but of another profile', { profileId: 'p2' }],
    ['but pasted', { origin: 'pasted' }],
    ['but of a frame that was not ours', { frame: 'sub' }],
    ['but revoked', { deadAccessToken: { at: now } }],
    ['but revoked with its refresh token', { deadRefreshToken: { at: now, why: 'revoked' } }],
  ])('%s, is not', async (_, over) => {
    const own = world({ captures: [held(over)] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'renewing' });
  });
  test('is one of the front channel, whatever became of the code beside it', async () => {
    const refused: Verdict = { check: 'token_response', result: 'fail', token: 'code', from: 'token_endpoint' };
    const tokenFailure = { grant: 'authorization_code', at: now, kind: 'refused' } as const;
    const own = world({ captures: [held({ verdicts: [refused], tokenFailure })] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'ready', way: 'still_good' });
  });
  test('an opaque one counts as long as its answer said', async () => {
    const own = world({ captures: [held({ tokens: { access_token: 'opaque' }, expiresAt: seconds + 600 })] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'ready', way: 'still_good' });
  });
  test('of another kind of window is left there', async () => {
    const own = world({ privateCaptures: [held()] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'renewing' });
    await own.ask({ isPrivate: true });
    expect(await own.fresh()).toMatchObject({ step: 'ready', way: 'still_good', isPrivate: true });
  });
  test('is waited for while its checks run, not for ever', async () => {
    const { judgedAt: _, ...unjudged } = held();
    const own = world({ captures: [unjudged] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'looking' });
    own.later(20_000);
    await own.goOn();
    expect(await own.fresh()).toMatchObject({ step: 'renewing' });
  });
});

describe('a refresh', () => {
  const refreshed =
    (over: Partial<Capture> = {}) =>
    (one: Capture) => ({
      ...one,
      tokens: { ...one.tokens, access_token: long },
      tokenAnswer: { grant: 'refresh_token' as const, at: now, status: 200, body: '' },
      ...over,
    });
  const refusal = { grant: 'refresh_token', at: now, kind: 'refused' } as const;

  test('is what follows', async () => {
    const own = world({ captures: [refreshable()], refreshed: refreshed() });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'ready', way: 'refreshed', captureId: 'c1' });
    expect(own.done).toEqual(['refresh c1']);
  });
  test('hands over what the provider makes short-lived', async () => {
    const tokens = { access_token: short };
    const own = world({ captures: [refreshable()], refreshed: refreshed({ tokens }) });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'ready', way: 'refreshed' });
  });
  test.each<[string, (capture: Capture) => Capture, RegExp]>([
    [
      'that is refused',
      (one) => ({ ...one, tokenFailure: refusal, deadRefreshToken: { at: now, why: 'invalid_grant' } }),
      /refused \(invalid_grant\)/,
    ],
    ['that fails a check', refreshed({ verdicts: [failing] }), /failed a check/],
    ['that brings nothing', (one) => ({ ...one, tokenFailure: refusal }), /brought no tokens/],
    [
      'that is lost',
      (one) => ({ ...one, tokenFailure: { ...refusal, kind: 'timeout' }, lostRefresh: { at: now } }),
      /not known whether the provider used up the refresh token/,
    ],
  ])('%s is followed by the session of the provider', async (_, change, reason) => {
    const own = world({ captures: [refreshable()], refreshed: change });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'renewing', reason: expect.stringMatching(reason) });
    expect(own.done).toEqual(['refresh c1', 'silent in window 1']);
  });
  test.each<[string, Partial<Capture>, RegExp | undefined]>([
    ['was refused before', { deadRefreshToken: { at: now, why: 'invalid_grant' } }, /refused \(invalid_grant\)/],
    ['was lost before', { lostRefresh: { at: now - 9000 } }, /not known/],
    [
      'would come before the provider wants to be asked',
      { tokenFailure: { ...refusal, at: now - 9000, retryAfter: 10 } },
      /^The provider asked to wait until \d\d:\d\d:\d\d\.$/,
    ],
    ['is of a login that was not started here', { startedHere: false }, undefined],
    ['is of a login whose check failed', { verdicts: [failing] }, /check of the last login failed/],
  ])('is not tried when it %s', async (_, over, reason) => {
    const own = world({ captures: [refreshable(over)], refreshed: refreshed() });
    await own.ask();
    expect(own.done).toEqual(['silent in window 1']);
    expect((await own.fresh())?.reason ?? '').toMatch(reason ?? /^$/);
  });
  test('is tried again once the time is over that the provider asked for', async () => {
    const captures = [refreshable({ tokenFailure: { ...refusal, at: now - 10_000, retryAfter: 10 } })];
    const own = world({ captures, refreshed: refreshed() });
    await own.ask();
    expect(own.done).toEqual(['refresh c1']);
  });
  test.each<[string, Partial<Capture>]>([
    ['was refused', { deadRefreshToken: { at: now - 9000, why: 'invalid_grant' } }],
    ['was lost', { lostRefresh: { at: now - 9000 } }],
  ])('uses that of an earlier login where the newest one %s', async (_, over) => {
    const captures = [refreshable(over), old({ id: 'without' }), refreshable({ id: 'c2', capturedAt: now - 90_000 })];
    const own = world({ captures, refreshed: refreshed({ capturedAt: now - 90_000 }) });
    await own.ask();
    expect(own.done).toEqual(['refresh c2']);
    expect(await own.fresh()).toMatchObject({
      step: 'ready',
      captureId: 'c2',
      reason: 'The refresh token of the newest login is of no use, so that of an earlier one was used.',
    });
  });
  test('that is refused goes on to that of an earlier login, and says each reason once', async () => {
    const dead = (one: Capture): Capture => ({
      ...one,
      tokenFailure: refusal,
      deadRefreshToken: { at: now, why: 'invalid_grant' },
    });
    const own = world({ captures: [refreshable(), refreshable({ id: 'c2' })], refreshed: dead });
    await own.ask();
    expect(own.done).toEqual(['refresh c1', 'refresh c2', 'silent in window 1']);
    const { reason = '', captureId } = (await own.fresh()) ?? {};
    expect(captureId).toBeUndefined();
    expect(reason.match(/refused \(invalid_grant\)/g)).toHaveLength(1);
  });
  test.each<[string, Partial<Capture>]>([
    ['was refused for another reason', { tokenFailure: { ...refusal, at: now - 9000, retryAfter: 10 } }],
    ['is of a login whose check failed', { verdicts: [failing] }],
  ])('does not use that of an earlier login where the newest one %s', async (_, over) => {
    const own = world({ captures: [refreshable(over), refreshable({ id: 'c2' })], refreshed: refreshed() });
    await own.ask();
    expect(own.done).toEqual(['silent in window 1']);
  });
  test('that the worker did not live to see is looked at again, and not sent twice', async () => {
    const sent = refreshable({ tokenCall: { grant: 'refresh_token', sentAt: now } });
    const own = world({ captures: [sent], refreshed: refreshed() });
    const asked = { profileId: 'p1', askedAt: now, captureId: 'c1' };
    await own.stores.fresh.set({ ...asked, step: 'refreshing' });
    await own.freshToken().goOn();
    expect(own.done).toEqual([]);
    const lost = refreshable({ tokenFailure: { ...refusal, kind: 'interrupted' }, lostRefresh: { at: now } });
    await own.stores.captures.update(() => [lost]);
    await own.freshToken().goOn();
    expect(own.done).toEqual(['silent in window 1']);
  });
});

describe('a client with a secret', () => {
  const withSecret = { clientAuth: 'client_secret_basic' } as const;
  test('is told when it is missing: no way leads on without it', async () => {
    const own = world({ captures: [refreshable()], own: withSecret });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'failed', reason: expect.stringContaining('not in memory') });
    expect(own.done).toEqual([]);
  });
  test('gets a token of the front channel without it, and no refresh', async () => {
    const own = world({ captures: [refreshable()], own: { ...withSecret, responseType: 'code token' } });
    await own.ask();
    expect(own.done).toEqual(['silent in window 1']);
  });
  test('that has no other flow gets one for itself', async () => {
    const forClient = held({ id: 'mine', source: 'token_endpoint', capturedAt: now });
    const own = world({ own: { ...withSecret, responseType: '' }, secret: 's', forClient });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'ready', way: 'client', captureId: 'mine' });
    expect(own.done).toEqual(['client token']);
  });
  test('is told until when the provider wants to be left alone', async () => {
    const tokenFailure = { grant: 'client_credentials', at: now - 1000, kind: 'refused', retryAfter: 60 } as const;
    const refused = held({ id: 'before', source: 'token_endpoint', tokens: {}, tokenFailure });
    const own = world({ own: { ...withSecret, responseType: '' }, secret: 's', captures: [refused] });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'failed', reason: expect.stringMatching(/asked to wait until/) });
    expect(own.done).toEqual([]);
  });
  test('is told why there is none', async () => {
    const own = world({ own: { ...withSecret, responseType: '' } });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'failed', reason: 'not sent' });
  });
});

describe('the session of the provider', () => {
  test('brings one in a tab behind', async () => {
    const own = world({ captures: [old()] });
    await own.ask({ windowId: 5 });
    expect(await own.fresh()).toMatchObject({ step: 'renewing', login: 'silent state' });
    await own.answer('silent state');
    expect(await own.fresh()).toMatchObject({ step: 'ready', way: 'silent', captureId: 'of silent state' });
    expect(own.done).toEqual(['silent in window 5']);
  });
  test.each<[string, Partial<Capture>, RegExp]>([
    ['says that it is over', { error: { error: 'login_required' }, tokens: {} }, /login_required/],
    ['answers with words of its own', { error: { error: '<b>eyJhbGciOi' }, tokens: {} }, /an error\.$/],
    ['brings what fails a check', { verdicts: [failing] }, /failed a check/],
    [
      'answers with another state',
      { params: [['state', 'another state']], verdicts: [{ check: 'state', result: 'fail' }] },
      /failed a check/,
    ],
  ])('that %s is followed by a sign-in in front', async (_, over, reason) => {
    const own = world();
    await own.ask();
    await own.answer('silent state', over);
    expect(await own.fresh()).toMatchObject({ step: 'signing_in', reason: expect.stringMatching(reason) });
    expect(own.done).toEqual(['silent in window 1', 'interactive in window 1']);
  });
  test('that shows its login page is followed by a sign-in in front', async () => {
    const own = world();
    await own.ask();
    await own.stores.logins.update(() => []);
    await own.goOn();
    const reason = expect.stringMatching(/wants its login page.*one hour from when the password was typed/);
    expect(await own.fresh()).toMatchObject({ step: 'signing_in', reason });
  });
});

describe('a sign-in in front', () => {
  const signingIn = async (setting: Setting = {}) => {
    const own = world(setting);
    await own.ask();
    await own.answer('silent state', { error: { error: 'login_required' }, tokens: {} });
    return own;
  };
  const code: Partial<Capture> = {
    source: 'query',
    tokens: {},
    params: [
      ['code', 'the-code'],
      ['state', 'interactive state'],
    ],
  };

  test('is waited for, its checks and its exchange too', async () => {
    const own = await signingIn();
    const { judgedAt: _, ...unjudged } = held({ ...code, id: 'last', startedHere: true });
    const request = { responseType: 'code', scopes: [], redirectUri: '', state: 'interactive state', nonce: 'n' };
    await own.stores.captures.update((all) => [{ ...unjudged, request }, ...all]);
    await own.stores.logins.update((all) => all.map((one) => ({ ...one, ended: true })));
    await own.goOn();
    expect(await own.fresh()).toMatchObject({ step: 'signing_in' });
    const change = (over: Partial<Capture>) =>
      own.stores.captures.update((all) => all.map((one) => (one.id === 'last' ? { ...one, ...over } : one)));
    await change({ judgedAt: now });
    await own.goOn();
    expect(await own.fresh()).toMatchObject({ step: 'signing_in' });
    await own.stores.logins.update(() => []);
    const tokenAnswer = { grant: 'authorization_code', at: now, status: 200, body: '' } as const;
    await change({ tokens: { access_token: long }, tokenAnswer });
    await own.goOn();
    expect(await own.fresh()).toMatchObject({ step: 'ready', way: 'interactive', captureId: 'last' });
  });
  test('that was of another client is not handed over', async () => {
    const own = await signingIn();
    const client = { clientId: 'before', authorization: 'https://before.example/authorize' };
    await own.answer('interactive state', { client });
    const reason = expect.stringContaining('another client or provider');
    expect(await own.fresh()).toMatchObject({ step: 'failed', reason });
  });
  test.each<[string, Partial<Capture>, RegExp]>([
    ['an error', { error: { error: 'access_denied' }, tokens: {} }, /access_denied/],
    ['what fails a check', { verdicts: [failing] }, /failed a check/],
    ['an expired token', { tokens: { access_token: token({ exp: seconds - 1 }) } }, /has expired/],
    ['no access token', { tokens: { id_token: long } }, /no access token/],
    [
      'a code that is refused',
      { ...code, tokenFailure: { grant: 'authorization_code', at: now, kind: 'refused' } },
      /code was not exchanged/,
    ],
    [
      'a code that is not exchanged',
      { ...code, events: [{ at: now, kind: 'code_not_exchanged', detail: 'There is no token endpoint.' }] },
      /There is no token endpoint/,
    ],
  ])('that brings %s is the end', async (_, over, reason) => {
    const own = await signingIn();
    await own.answer('interactive state', over);
    expect(await own.fresh()).toMatchObject({ step: 'failed', reason: expect.stringMatching(reason) });
  });
  test('that is cancelled is the end', async () => {
    const own = await signingIn();
    await own.stores.logins.update(() => []);
    await own.goOn();
    expect(await own.fresh()).toMatchObject({ step: 'failed', reason: 'The sign-in was cancelled.' });
  });
  test('that takes ten minutes is the end', async () => {
    const own = await signingIn();
    own.later(600_000);
    await own.goOn();
    expect(await own.fresh()).toMatchObject({ step: 'failed', reason: expect.stringContaining('ten minutes') });
  });
  test('that cannot be opened is the end', async () => {
    const own = world();
    own.failToStart('no web address');
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'failed', reason: 'no web address' });
    expect(own.done).toEqual(['silent in window 1', 'interactive in window 1']);
  });
  test('is not opened where there is no window of its kind', async () => {
    const own = world();
    await own.ask({ isPrivate: true });
    expect(await own.fresh()).toMatchObject({ step: 'failed', reason: expect.stringContaining('no private window') });
    expect(own.done).toEqual([]);
  });
});

describe('asked for again', () => {
  test('while one is under way it joins it, and shows the sign-in', async () => {
    const own = world();
    await own.ask();
    await own.ask();
    expect(own.done).toEqual(['silent in window 1']);
    await own.answer('silent state', { error: { error: 'login_required' }, tokens: {} });
    await own.ask();
    expect(own.done).toEqual(['silent in window 1', 'interactive in window 1', 'tab 7 in front']);
  });
  test('in two pages at once it is one', async () => {
    const own = world({ captures: [refreshable()], refreshed: (one) => one });
    await Promise.all([own.ask(), own.ask()]);
    expect(own.done.filter((one) => one.startsWith('refresh'))).toHaveLength(1);
  });
  test('for another profile while the issuer takes its time, the sign-in of the first is not opened', async () => {
    const own = world();
    own.doMeanwhile(() => own.stores.fresh.set({ profileId: 'p2', askedAt: now + 1, step: 'failed', reason: 'other' }));
    await own.ask();
    expect(own.done).toEqual(['silent in window 1', 'silent not opened']);
    expect(await own.fresh()).toMatchObject({ profileId: 'p2', reason: 'other' });
  });
  test('for another profile during a refresh, the token of the first is not copied', async () => {
    const answer = { grant: 'refresh_token' as const, at: now, status: 200, body: '' };
    const refreshed = (one: Capture): Capture => ({ ...one, tokens: { access_token: long }, tokenAnswer: answer });
    const own = world({ captures: [refreshable()], refreshed, mayCopy: true });
    own.doMeanwhile(() => own.stores.fresh.set({ profileId: 'p2', askedAt: now + 1, step: 'failed', reason: 'other' }));
    await own.ask();
    expect(own.done).toEqual(['refresh c1']);
  });
  test('after it has failed it begins anew', async () => {
    const own = world();
    own.failToStart('no web address');
    await own.ask();
    await own.ask();
    expect(own.done).toHaveLength(4);
  });
});

test('a profile that brings no access token is told so', async () => {
  const own = world({ own: { responseType: 'id_token' } });
  await own.ask();
  expect(await own.fresh()).toMatchObject({ step: 'failed', reason: expect.stringContaining('ID token alone') });
});

test('a profile that is gone is told so', async () => {
  const own = world();
  await own.stores.profiles.update(() => []);
  expect(await own.ask()).toEqual({ ok: false, reason: expect.stringContaining('not there any more') });
});

test('no token stands in what the pages read', async () => {
  const own = world({ captures: [refreshable()] });
  await own.ask();
  await own.answer('silent state');
  expect(JSON.stringify(await own.fresh())).not.toMatch(/eyJ|the-refresh-token/);
});

describe('onto the clipboard', () => {
  test('the worker copies where it may', async () => {
    const own = world({ captures: [held()], mayCopy: true });
    await own.ask();
    expect(await own.fresh()).toMatchObject({ step: 'copied', way: 'still_good' });
    expect(own.done).toEqual([`copied ${long}`]);
  });
  test('else the page does, and says so', async () => {
    const own = world({ captures: [held()] });
    await own.ask();
    await own.first.verbs.copied({ type: 'copied', text: long, isFresh: true });
    expect(await own.fresh()).toMatchObject({ step: 'copied', way: 'still_good' });
    expect(own.done).toEqual([`noted ${long}`]);
  });
  test('another text that a page copied leaves it as it is', async () => {
    const own = world({ captures: [held()] });
    await own.ask();
    await own.first.verbs.copied({ type: 'copied', text: 'curl' });
    expect(await own.fresh()).toMatchObject({ step: 'ready' });
  });
});

/** A policy with the profile `team`, which the browser knows once it is told. */
function slowPolicy() {
  const policy = memoryArea({ profiles: [profile({ id: 'team', responseType: 'code' })] });
  let tell = () => {};
  const known = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return {
    managed: { ...policy, get: (keys: string | string[] | null) => known.then(() => policy.get(keys)) },
    tell: () => tell(),
  };
}

test('a worker that starts anew before a policy is known goes on for a profile of it', async () => {
  const { managed, tell } = slowPolicy();
  const own = world({ managed });
  await own.stores.fresh.set({ profileId: 'team', askedAt: now, step: 'looking' });
  expect((await own.stores.allProfiles.get()).map(({ id }) => id)).toEqual(['p1']);
  const going = own.goOn();
  await new Promise((resolve) => setImmediate(resolve));
  tell();
  await going;
  expect(await own.fresh()).toMatchObject({ profileId: 'team', step: 'renewing' });
});

describe('the keys', () => {
  test('ask for the profile in front, in the window where they were pressed', async () => {
    const own = world({ mayCopy: true });
    await own.stores.profiles.update((all) => [profile({ id: 'p0' }), ...all]);
    await own.stores.activeProfile.set('p1');
    own.press({ windowId: 3, isPrivate: false });
    await vi.waitFor(() => expect(own.done).toEqual(['silent in window 3']));
    expect(await own.fresh()).toMatchObject({ profileId: 'p1' });
  });
  test('wait for a policy, which may have the profile in front', async () => {
    const { managed, tell } = slowPolicy();
    const own = world({ mayCopy: true, managed, captures: [held()] });
    await own.stores.activeProfile.set('team');
    own.press({ windowId: 3, isPrivate: false });
    // what is known by then is the other one alone
    expect((await own.stores.allProfiles.get()).map(({ id }) => id)).toEqual(['p1']);
    tell();
    await vi.waitFor(() => expect(own.done).toEqual(['silent in window 3']));
    expect(await own.fresh()).toMatchObject({ profileId: 'team' });
  });
  test('open the popup where the worker may not copy, or there is no profile', async () => {
    const own = world({ captures: [held()] });
    own.press({ isPrivate: false });
    await vi.waitFor(async () => expect(await own.fresh()).toMatchObject({ step: 'ready' }));
    expect(own.done).toEqual(['popup']);
    const empty = world({ mayCopy: true });
    await empty.stores.profiles.update(() => []);
    empty.press({ isPrivate: false });
    await vi.waitFor(() => expect(empty.done).toEqual(['popup']));
  });
});

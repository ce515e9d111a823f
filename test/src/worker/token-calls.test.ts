import { describe, expect, test, vi } from 'vitest';
import type { Fetched } from '../../../src/protocol/fetched.ts';
import { clientOf } from '../../../src/protocol/login-client.ts';
import type { Capture, PendingLogin, Profile, Verdict } from '../../../src/protocol/records.ts';
import {
  answered,
  code,
  codeCapture,
  codeLogin,
  codeProfile,
  goodAnswer,
  heldCapture,
  refreshToken,
  secret,
  verifier,
} from '../../support/code-login.ts';
import { now, token } from '../../support/records.ts';
import { createBrowser } from '../../support/worker-life.ts';

const fetched = answered({ ...goodAnswer, refresh_token: refreshToken });
const good = () => fetched;
const inFlight = () => new Promise<Fetched>(() => {});

type Browser = ReturnType<typeof createBrowser>;

/** Lets a life do what is due, until the capture is at rest. */
async function settle(browser: Browser, life: ReturnType<Browser['live']>, isDone: (held: Capture) => boolean) {
  await life.judging.run();
  await vi.waitFor(async () => expect(isDone((await browser.stored()) as Capture)).toBe(true));
  await life.tokenCalls.exchangeDue();
}
const isAtRest = ({ judgedAt, tokenCall, tokenAnswer, tokenFailure }: Capture) =>
  judgedAt !== undefined && !tokenCall && (tokenAnswer ?? tokenFailure) !== undefined;

/** Why a code was not handed in, as the timeline says it. */
const notExchanged = (events: Capture['events'] = []) => events.filter(({ kind }) => kind === 'code_not_exchanged');

describe('a code', () => {
  test('is exchanged once its answer has passed, with its own verifier, and the login is used up', async () => {
    const browser = createBrowser({ captures: [codeCapture()], logins: [codeLogin()] });
    await settle(browser, browser.live({ answer: good }), isAtRest);
    expect(browser.sent).toHaveLength(1);
    expect(browser.sent[0]?.address).toBe('https://op.example/token');
    expect(Object.fromEntries(browser.sent[0]?.form ?? [])).toEqual({
      grant_type: 'authorization_code',
      code,
      redirect_uri: 'https://app.example/callback',
      code_verifier: verifier,
      client_id: 'the-client',
    });
    expect(browser.sent[0]?.headers).not.toHaveProperty('authorization');
    expect(await browser.logins()).toEqual([]);
    const held = await browser.stored();
    expect(held).toMatchObject({
      source: 'query',
      tokens: { access_token: 'a-new-access-token', refresh_token: refreshToken },
      tokenType: 'Bearer',
      expiresAt: now / 1000 + 3600,
      tokenCalls: [{ grant: 'authorization_code', at: now, status: 200 }],
      tokenAnswer: { grant: 'authorization_code', status: 200, durationMs: 120 },
      events: expect.arrayContaining([{ at: now, kind: 'code_exchanged', detail: '200, 120 ms' }]),
    });
    expect(held?.tokenAnswer?.body).not.toContain('a-new-access-token');
    expect(held?.verdicts).toContainEqual({ check: 'code_single_use', result: 'pass' });
    expect(held?.verdicts).toContainEqual({ check: 'token_response', result: 'pass', from: 'token_endpoint' });
  });

  test.each<[string, number]>([
    ['before the verdicts are stored', 0],
    ['before the call is noted', 1],
    ['before its answer is stored', 2],
    ['before the answer is judged', 3],
    ['at the end', 4],
  ])('is handed in once where the worker ends %s', async (_, writes) => {
    const browser = createBrowser({ captures: [codeCapture()], logins: [codeLogin()] });
    const first = browser.live({ answer: good, writes });
    void first.judging.run();
    await vi.waitFor(async () => {
      const isDone = isAtRest((await browser.stored()) as Capture);
      expect(first.isDead() || isDone).toBe(true);
    });
    const second = browser.live({ answer: good });
    await settle(browser, second, isAtRest);
    await second.judging.run();
    expect(browser.sent).toHaveLength(1);
    const held = await browser.stored();
    if (writes === 2) {
      expect(held?.tokenFailure).toEqual({ kind: 'interrupted', grant: 'authorization_code', at: now });
      expect(held?.tokens).toEqual({});
    } else expect(held?.tokens.access_token).toBe('a-new-access-token');
  });

  test('whose request was under way when the worker ended is not handed in again', async () => {
    const browser = createBrowser({ captures: [codeCapture()], logins: [codeLogin()] });
    void browser.live({ answer: inFlight }).judging.run();
    await vi.waitFor(() => expect(browser.sent).toHaveLength(1));
    await settle(browser, browser.live({ answer: good }), isAtRest);
    expect(browser.sent).toHaveLength(1);
    const ofCode = (await browser.stored())?.events.filter(({ kind }) => kind.startsWith('code'));
    expect(ofCode).toMatchObject([{ kind: 'code_exchange_failed', detail: 'interrupted' }]);
  });

  test('that two look at in the same moment is handed in by the one whose claim was first', async () => {
    const browser = createBrowser({ captures: [codeCapture({ judgedAt: now })], logins: [codeLogin()] });
    const life = () => browser.live({ answer: good, sharesLock: true });
    const lives = [life(), life()];
    await Promise.all(lives.map(({ tokenCalls }) => tokenCalls.exchangeDue()));
    expect(browser.sent).toHaveLength(1);
    expect((await browser.stored())?.tokenCalls).toHaveLength(1);
  });
  test('that is on its way is left alone by the same life', async () => {
    const browser = createBrowser({ captures: [codeCapture()], logins: [codeLogin()] });
    const life = browser.live({ answer: inFlight });
    void life.judging.run();
    await vi.waitFor(() => expect(browser.sent).toHaveLength(1));
    await life.judging.run();
    expect(await browser.stored()).toMatchObject({ tokenCall: { grant: 'authorization_code', sentAt: now } });
  });

  const another: [string, Partial<Capture>, Partial<PendingLogin> | undefined][] = [
    ['of a login that was not started here', { startedHere: false }, {}],
    ['that was pasted', { origin: 'pasted' }, {}],
    ['of a login that was cancelled', {}, undefined],
    ['of another login', {}, { state: 'another-state' }],
    ['of a login that knows another answer', {}, { captureIds: ['c2'] }],
    ['of another profile’s login', {}, { profileId: 'p2' }],
    ['of a login that is ten minutes old', {}, { startedAt: now - 600_000 }],
    [
      'that came with another state',
      {
        params: [
          ['code', code],
          ['state', 'another-state'],
        ],
      },
      {},
    ],
    [
      'that came twice',
      {
        params: [
          ['code', code],
          ['code', 'other-code'],
          ['state', 'the-state'],
        ],
      },
      {},
    ],
    ['of an answer that is an error', { error: { error: 'access_denied' } }, {}],
    [
      'that nobody asked for',
      { request: { ...(codeCapture().request as object), responseType: 'token' } as never },
      {},
    ],
    ['that was handed in before', { tokenCalls: [{ grant: 'authorization_code', at: now, status: 400 }] }, {}],
  ];
  test.each(another)('%s is never handed in', async (_, over, login) => {
    const logins = login ? [codeLogin(login)] : [];
    const browser = createBrowser({ captures: [codeCapture(over)], logins });
    const life = browser.live({ answer: good });
    await settle(browser, life, ({ judgedAt }) => judgedAt !== undefined);
    await life.judging.run();
    expect(browser.sent).toEqual([]);
  });

  test('is not handed in after a blocking failure, and its login is let go of', async () => {
    const failed: Verdict = { check: 'c_hash', result: 'fail', token: 'id_token' };
    const browser = createBrowser({
      captures: [codeCapture({ judgedAt: now, verdicts: [failed] })],
      logins: [codeLogin()],
    });
    const life = browser.live({ answer: good });
    await life.judging.run();
    await life.tokenCalls.exchangeDue();
    expect(browser.sent).toEqual([]);
    expect(await browser.logins()).toEqual([]);
  });

  test('inside a signed answer that could not be checked stays there, and the timeline says why, once', async () => {
    const params: Capture['params'] = [
      [
        'response',
        token({ code, state: 'the-state', iss: 'https://op.example', aud: 'the-client', exp: now / 1000 + 60 }),
      ],
    ];
    const browser = createBrowser({ captures: [codeCapture({ params })], logins: [codeLogin()] });
    const life = browser.live({ answer: good });
    await settle(browser, life, ({ events }) => notExchanged(events).length > 0);
    await life.judging.run();
    await life.tokenCalls.exchangeDue();
    expect(browser.sent).toEqual([]);
    expect(notExchanged((await browser.stored())?.events)).toEqual([
      { at: now, kind: 'code_not_exchanged', detail: expect.stringContaining('could not be checked') },
    ]);
  });

  const pinned = clientOf(codeProfile());
  const { endpoints } = codeProfile();
  test.each<[string, Partial<Profile>]>([
    ['client', { clientId: 'another-client' }],
    ['issuer', { issuer: 'https://another.example' }],
    ['token endpoint', { endpoints: { ...endpoints, token: 'https://another.example/token' } }],
    ['authorization endpoint', { endpoints: { ...endpoints, authorization: 'https://another.example/authorize' } }],
  ])('whose profile names another %s by now is not handed in, and the timeline says why', async (_, over) => {
    const browser = createBrowser({
      profiles: [codeProfile(over)],
      captures: [codeCapture({ judgedAt: now })],
      logins: [codeLogin({ client: pinned })],
    });
    const life = browser.live({ answer: good });
    await life.tokenCalls.exchangeDue();
    await life.tokenCalls.exchangeDue();
    expect(browser.sent).toEqual([]);
    const detail = 'The profile was changed during the login. Sign in again.';
    expect(notExchanged((await browser.stored())?.events)).toEqual([{ at: now, kind: 'code_not_exchanged', detail }]);
  });
  test('whose profile was changed elsewhere is handed in', async () => {
    const browser = createBrowser({
      profiles: [codeProfile({ name: 'renamed', issuer: '', endpoints: { ...endpoints, jwks: '' } })],
      captures: [codeCapture()],
      logins: [codeLogin({ client: pinned })],
    });
    await settle(browser, browser.live({ answer: good }), isAtRest);
    expect(browser.sent).toHaveLength(1);
  });

  test('waits for access to the token host where the answer might not be readable, and is handed in with it', async () => {
    const browser = createBrowser({ captures: [codeCapture()], logins: [codeLogin()] });
    let isAllowed = false;
    const life = browser.live({ answer: good, mayReach: () => isAllowed });
    await settle(browser, life, ({ events }) => notExchanged(events).length > 0);
    await life.judging.run();
    expect(browser.sent).toEqual([]);
    expect(await browser.logins()).toHaveLength(1);
    expect(notExchanged((await browser.stored())?.events)).toEqual([
      {
        at: now,
        kind: 'code_not_exchanged',
        detail:
          'Access to op.example is not allowed yet, so the answer might not be readable. Allow it, and the code is exchanged.',
      },
    ]);
    isAllowed = true;
    await life.tokenCalls.exchangeDue();
    expect(browser.sent).toHaveLength(1);
    expect(await browser.stored()).toMatchObject({
      tokens: { access_token: 'a-new-access-token' },
      tokenCalls: [{ status: 200, hadAccess: true }],
      tokenAnswer: { endpoint: 'https://op.example' },
    });
  });

  test('of Amazon Cognito, which lets anybody read its answers, needs no access', async () => {
    const profiles = [codeProfile({ provider: 'cognito' })];
    const browser = createBrowser({ profiles, captures: [codeCapture()], logins: [codeLogin()] });
    await settle(browser, browser.live({ answer: good, mayReach: () => false }), isAtRest);
    expect(browser.sent).toHaveLength(1);
    expect((await browser.stored())?.tokenCalls).toEqual([{ grant: 'authorization_code', at: now, status: 200 }]);
  });

  test('waits for the secret of its client, and is handed in once that is there', async () => {
    const browser = createBrowser({
      profiles: [codeProfile({ clientAuth: 'client_secret_basic' })],
      captures: [codeCapture()],
      logins: [codeLogin()],
    });
    const life = browser.live({ answer: good });
    await settle(browser, life, ({ events }) =>
      events.some(({ detail }) => detail?.includes('secret is not in memory')),
    );
    await life.judging.run();
    expect(await browser.logins()).toHaveLength(1);
    await browser.stores.clientSecrets.set({ p1: secret });
    await life.tokenCalls.exchangeDue();
    const form = (text: string) => new URLSearchParams({ v: text }).toString().slice(2);
    const [, credentials = ''] = browser.sent[0]?.headers.authorization?.split(' ') ?? [];
    const [id, sent] = Buffer.from(credentials, 'base64').toString().split(':');
    expect([form('the-client'), form(secret)].map(decodeForm)).toEqual([id, sent].map(decodeForm));
    expect(browser.sent[0]?.form.has('client_id')).toBe(false);
  });
});

function decodeForm(text = ''): string {
  return new URLSearchParams(`v=${text}`).get('v') ?? '';
}

test('the resource of a request is named at the token endpoint too, and a secret may stand in the form', async () => {
  const extraParams: Profile['extraParams'] = [
    ['resource', 'https://api.example/a'],
    ['resource', 'https://api.example/b'],
    ['prompt', 'login'],
  ];
  const browser = createBrowser({
    profiles: [codeProfile({ clientAuth: 'client_secret_post', extraParams })],
    captures: [codeCapture()],
    logins: [codeLogin()],
    clientSecrets: { p1: secret },
  });
  await settle(browser, browser.live({ answer: good }), isAtRest);
  const { form, headers } = browser.sent[0] ?? {};
  expect(form?.getAll('resource')).toEqual(['https://api.example/a', 'https://api.example/b']);
  expect([form?.get('client_id'), form?.get('client_secret')]).toEqual(['the-client', secret]);
  expect(form?.has('prompt')).toBe(false);
  expect(headers).not.toHaveProperty('authorization');
});

describe('a refresh', () => {
  const rotated = answered({ ...goodAnswer, refresh_token: 'another-refresh-token' });

  test('two at once are one request with one outcome', async () => {
    const browser = createBrowser({ captures: [heldCapture()] });
    const { refresh } = browser.live({ answer: () => rotated }).tokenCalls;
    expect(await Promise.all([refresh('c1'), refresh('c1'), refresh('c1')])).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    expect(browser.sent).toHaveLength(1);
    expect(Object.fromEntries(browser.sent[0]?.form ?? [])).toEqual({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: 'the-client',
    });
  });

  test.each<[string, number]>([
    ['before the call is noted', 0],
    ['before its answer is stored', 1],
    ['before the answer is judged', 2],
  ])('is sent once where the worker ends %s', async (_, writes) => {
    const browser = createBrowser({ captures: [heldCapture()] });
    const first = browser.live({ answer: () => rotated, writes });
    void first.tokenCalls.refresh('c1');
    await vi.waitFor(() => expect(first.isDead()).toBe(true));
    const second = browser.live({ answer: () => rotated });
    await second.judging.run();
    expect(browser.sent).toHaveLength(writes === 0 ? 0 : 1);
    const held = await browser.stored();
    expect(held?.judgedAt).toBe(now);
    expect(held?.tokens.access_token).toBe(writes === 2 ? 'a-new-access-token' : 'an-access-token');
    if (writes === 1) expect(held?.tokenFailure).toMatchObject({ kind: 'interrupted', grant: 'refresh_token' });
  });

  test('that was refused as spent is not sent again', async () => {
    const browser = createBrowser({ captures: [heldCapture()] });
    const refused = answered({ error: 'invalid_grant' }, { status: 400 });
    const { refresh } = browser.live({ answer: () => refused }).tokenCalls;
    expect(await refresh('c1')).toEqual({ ok: false, reason: expect.stringContaining('spent, revoked or expired') });
    expect(await refresh('c1')).toEqual({ ok: false, reason: expect.stringContaining('Sign in again') });
    expect(browser.sent).toHaveLength(1);
    expect(await browser.stored()).toMatchObject({ deadRefreshToken: { at: now, why: 'invalid_grant' } });
  });
});

test('a capture that is forgotten while its tokens are on their way does not come back', async () => {
  const browser = createBrowser({ captures: [heldCapture()] });
  const answer = async () => {
    await browser.area.set({ captures: [] });
    return fetched;
  };
  const outcome = await browser.live({ answer }).tokenCalls.refresh('c1');
  expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('not there any more') });
  expect(await browser.stored()).toBeUndefined();
});

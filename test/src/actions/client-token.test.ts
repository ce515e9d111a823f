import { describe, expect, test, vi } from 'vitest';
import { answered, codeProfile, goodAnswer, secret } from '../../support/code-login.ts';
import { now } from '../../support/records.ts';
import { createBrowser } from '../../support/worker-life.ts';

const own = codeProfile({
  clientAuth: 'client_secret_basic',
  scopes: ['a', 'b'],
  extraParams: [['resource', 'https://api.example']],
});
const browserOf = () => createBrowser({ profiles: [own], clientSecrets: { p1: secret } });
const clientToken = (life: ReturnType<ReturnType<typeof createBrowser>['live']>, isPrivate = false) =>
  life.tokenCalls.verbs.clientToken({
    type: 'clientToken',
    profileId: 'p1',
    ...(isPrivate && { isPrivate: true as const }),
  });

describe('a token for the client itself', () => {
  test('is asked for with the scopes of the profile, and kept as a capture without a login', async () => {
    const browser = browserOf();
    const outcome = await clientToken(browser.live({ answer: () => answered(goodAnswer) }));
    const [held] = await browser.stores.captures.get();
    expect(outcome).toEqual({ ok: true, captureId: held?.id });
    expect(Object.fromEntries(browser.sent[0]?.form ?? [])).toEqual({
      grant_type: 'client_credentials',
      scope: 'a b',
      resource: 'https://api.example',
    });
    expect(held).toMatchObject({
      source: 'token_endpoint',
      callback: '',
      startedHere: true,
      tokens: { access_token: 'a-new-access-token' },
      judgedAt: now,
      events: [{ kind: 'client_token', detail: '200, 120 ms' }, { kind: 'checked' }],
    });
    expect(held).not.toHaveProperty('request');
  });
  test('that was asked for in a private window stays there', async () => {
    const browser = browserOf();
    await clientToken(browser.live({ answer: () => answered(goodAnswer) }), true);
    expect(await browser.stores.captures.get()).toEqual([]);
    expect(await browser.stores.privateCaptures.get()).toHaveLength(1);
  });
  test('is asked for once for all who ask meanwhile, in each kind of window', async () => {
    const browser = browserOf();
    const life = browser.live({ answer: () => answered(goodAnswer) });
    const outcomes = await Promise.all([false, false, true].map((isPrivate) => clientToken(life, isPrivate)));
    expect(browser.sent).toHaveLength(2);
    const [one] = await browser.stores.captures.get();
    const [other] = await browser.stores.privateCaptures.get();
    const expected = [one, one, other].map((held) => ({ ok: true, captureId: held?.id }));
    expect(outcomes).toEqual(expected);
    await clientToken(life);
    expect(browser.sent).toHaveLength(3);
  });
  test('that was refused leaves a capture that says so', async () => {
    const browser = browserOf();
    const refused = answered({ error: 'invalid_scope' }, { status: 400 });
    expect(await clientToken(browser.live({ answer: () => refused }))).toMatchObject({ ok: true });
    expect(await browser.stores.captures.get()).toMatchObject([
      { tokens: {}, tokenFailure: { error: 'invalid_scope' } },
    ]);
  });
  test('that was on its way when the worker ended is not asked for again, and the capture says so', async () => {
    const browser = browserOf();
    void clientToken(browser.live({ answer: () => new Promise(() => {}) }));
    await vi.waitFor(() => expect(browser.sent).toHaveLength(1));
    await browser.live({ answer: () => answered(goodAnswer) }).judging.run();
    expect(browser.sent).toHaveLength(1);
    expect(await browser.stores.captures.get()).toMatchObject([
      { tokenFailure: { kind: 'interrupted' }, judgedAt: now },
    ]);
  });
  test('has no verdicts while it is on its way', async () => {
    const browser = browserOf();
    const life = browser.live({ answer: () => new Promise(() => {}) });
    void clientToken(life);
    await vi.waitFor(() => expect(browser.sent).toHaveLength(1));
    await life.judging.run();
    expect((await browser.stores.captures.get())[0]).not.toHaveProperty('judgedAt');
  });
  test('waits for access where the answer might not be readable', async () => {
    const browser = browserOf();
    const outcome = await clientToken(browser.live({ answer: () => answered(goodAnswer), mayReach: () => false }));
    expect(outcome).toEqual({ ok: false, reason: expect.stringMatching(/^Access to op\.example is not allowed yet/) });
    expect(browser.sent).toEqual([]);
    expect(await browser.stores.captures.get()).toEqual([]);
  });
  test('needs a client with a secret', async () => {
    const browser = createBrowser({ profiles: [codeProfile()] });
    const outcome = await clientToken(browser.live({ answer: () => answered(goodAnswer) }));
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('Only a client with a secret') });
    expect(browser.sent).toEqual([]);
  });
});

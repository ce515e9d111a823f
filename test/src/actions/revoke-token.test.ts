import { describe, expect, test, vi } from 'vitest';
import type { Fetched } from '../../../src/protocol/fetched.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { answered, codeProfile, goodAnswer, heldCapture, refreshToken } from '../../support/code-login.ts';
import { now } from '../../support/records.ts';
import { createBrowser } from '../../support/worker-life.ts';

async function revoke(
  answer: Fetched,
  token: 'access_token' | 'refresh_token' = 'refresh_token',
  { endpoint, client, mayReach = true }: { endpoint?: string; client?: Capture['client']; mayReach?: boolean } = {},
) {
  const { tokenAnswer } = heldCapture();
  const held = tokenAnswer && endpoint ? { tokenAnswer: { ...tokenAnswer, endpoint } } : { tokenCalls: [] };
  const browser = createBrowser({ captures: [heldCapture({ ...held, ...(client && { client }) })] });
  const { verbs } = browser.live({ answer: () => answer, mayReach: () => mayReach }).tokenCalls;
  const outcome = await verbs.revoke({ type: 'revoke', captureId: 'c1', token });
  return { outcome, held: await browser.stored(), sent: browser.sent };
}

describe('revoking', () => {
  test('a refresh token ends it, and what is held stays to be seen', async () => {
    const { outcome, held, sent } = await revoke(answered(''));
    expect(outcome).toEqual({ ok: true });
    expect(sent.map(({ address }) => address)).toEqual(['https://op.example/revoke']);
    expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({
      token: refreshToken,
      token_type_hint: 'refresh_token',
      client_id: 'the-client',
    });
    expect(held).toMatchObject({
      tokens: { refresh_token: refreshToken },
      revocation: { token: 'refresh_token', at: now, status: 200 },
      deadRefreshToken: { at: now, why: 'revoked' },
      events: [{ kind: 'revoked', detail: '200, 120 ms' }],
    });
  });
  test('an access token says nothing of the refresh token', async () => {
    const { held } = await revoke(answered(''), 'access_token');
    expect(held).toMatchObject({ revocation: { token: 'access_token', status: 200 }, deadAccessToken: { at: now } });
    expect(held).not.toHaveProperty('deadRefreshToken');
  });
  test('an access token is not forgotten by another call that fails, and ends with the token', async () => {
    const browser = createBrowser({ captures: [heldCapture()] });
    const revokeOnce = (answer: Fetched, token: 'access_token' | 'refresh_token') =>
      browser.live({ answer: () => answer }).tokenCalls.verbs.revoke({ type: 'revoke', captureId: 'c1', token });
    await revokeOnce(answered('', { status: 204 }), 'access_token');
    for (const token of ['access_token', 'refresh_token'] as const) {
      await revokeOnce({ ok: false, kind: 'timeout' }, token);
      expect(await browser.stored()).toMatchObject({ revocation: { kind: 'timeout' }, deadAccessToken: { at: now } });
    }
    await browser.live({ answer: () => answered(goodAnswer) }).tokenCalls.refresh('c1');
    const held = await browser.stored();
    expect(held?.tokens.access_token).toBe(goodAnswer.access_token);
    expect(held).not.toHaveProperty('deadAccessToken');
  });
  test('an access token that was replaced meanwhile says nothing of the new one', async () => {
    const browser = createBrowser({ captures: [heldCapture()] });
    const answer = async () => {
      const tokens = { access_token: 'newer', refresh_token: refreshToken };
      await browser.area.set({ captures: [heldCapture({ tokens })] });
      return answered('');
    };
    const { verbs } = browser.live({ answer }).tokenCalls;
    await verbs.revoke({ type: 'revoke', captureId: 'c1', token: 'access_token' });
    expect(await browser.stored()).not.toHaveProperty('deadAccessToken');
  });
  test('that is refused says why, without the token', async () => {
    const body = { error: 'unsupported_token_type', error_description: `not ${refreshToken}` };
    const { outcome, held } = await revoke(answered(body, { status: 400 }));
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('unsupported_token_type') });
    expect(held?.revocation).toEqual({
      token: 'refresh_token',
      at: now,
      status: 400,
      error: 'unsupported_token_type',
      description: 'not •••',
    });
    expect(held).not.toHaveProperty('deadRefreshToken');
  });
  test('that a web page answers to is not known to be done, whatever the status', async () => {
    const page = answered('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
    const { outcome, held } = await revoke(page);
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('not known whether the token still counts') });
    expect(held).toMatchObject({
      revocation: { token: 'refresh_token', at: now, status: 200, kind: 'page' },
      events: [{ kind: 'revoke_failed' }],
    });
    expect(held).not.toHaveProperty('deadRefreshToken');
  });
  test('is not asked of another server than the tokens came from', async () => {
    const { outcome, sent } = await revoke(answered(''), 'refresh_token', { endpoint: 'https://other.example' });
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('token endpoint was changed since') });
    expect(sent).toEqual([]);
  });
  test('is not asked of another provider than the profile had', async () => {
    const client = { clientId: codeProfile().clientId, authorization: 'https://op.example/realms/before/authorize' };
    const { outcome, sent } = await revoke(answered(''), 'refresh_token', { client });
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('another client or provider') });
    expect(sent).toEqual([]);
  });
  test('waits for access where the answer might not be readable', async () => {
    const { outcome, sent, held } = await revoke(answered(''), 'refresh_token', { mayReach: false });
    expect(outcome).toEqual({ ok: false, reason: expect.stringMatching(/^Access to op\.example is not allowed yet/) });
    expect(sent).toEqual([]);
    expect(held).not.toHaveProperty('revocation');
  });
  test('needs no access to a host that has answered readably without it', async () => {
    const over = { endpoint: 'https://op.example', mayReach: false };
    expect((await revoke(answered(''), 'refresh_token', over)).outcome).toEqual({ ok: true });
  });
  test('that brings no answer says why', async () => {
    const { outcome, held } = await revoke({ ok: false, kind: 'offline' });
    expect(outcome).toEqual({ ok: false, reason: 'This computer was offline. Try again.' });
    expect(held).toMatchObject({
      revocation: { kind: 'offline' },
      events: [{ kind: 'revoke_failed', detail: 'offline' }],
    });
  });
  test('whose worker ends meanwhile stands as interrupted', async () => {
    const browser = createBrowser({ captures: [heldCapture()] });
    const { verbs } = browser.live({ answer: () => new Promise(() => {}) }).tokenCalls;
    void verbs.revoke({ type: 'revoke', captureId: 'c1', token: 'refresh_token' });
    await vi.waitFor(() => expect(browser.sent).toHaveLength(1));
    expect(await browser.stored()).toMatchObject({ revocation: { kind: 'interrupted' } });
  });
  test('is not asked for a sample, also where a profile has its id', async () => {
    const browser = createBrowser({ captures: [heldCapture({ origin: 'sample' })] });
    const { verbs } = browser.live({ answer: () => answered('') }).tokenCalls;
    const outcome = await verbs.revoke({ type: 'revoke', captureId: 'c1', token: 'refresh_token' });
    expect(outcome).toEqual({ ok: false, reason: 'A sample: there is nobody to ask.' });
    expect(browser.sent).toEqual([]);
  });
  test('needs an endpoint', async () => {
    const { endpoints } = codeProfile();
    const { revocation: _, ...others } = endpoints;
    const browser = createBrowser({ profiles: [codeProfile({ endpoints: others })], captures: [heldCapture()] });
    const { verbs } = browser.live({ answer: () => answered('') }).tokenCalls;
    const outcome = await verbs.revoke({ type: 'revoke', captureId: 'c1', token: 'refresh_token' });
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('no revocation endpoint') });
  });
});

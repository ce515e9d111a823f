import { describe, expect, test, vi } from 'vitest';
import type { Fetched } from '../../../src/protocol/fetched.ts';
import { answered, codeProfile, heldCapture, refreshToken } from '../../support/code-login.ts';
import { now } from '../../support/records.ts';
import { createBrowser } from '../../support/worker-life.ts';

async function revoke(answer: Fetched, token: 'access_token' | 'refresh_token' = 'refresh_token') {
  const browser = createBrowser({ captures: [heldCapture()] });
  const { verbs } = browser.live({ answer: () => answer }).tokenCalls;
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
    expect(held).toMatchObject({ revocation: { token: 'access_token', status: 200 } });
    expect(held).not.toHaveProperty('deadRefreshToken');
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
  test('needs an endpoint', async () => {
    const { endpoints } = codeProfile();
    const { revocation: _, ...others } = endpoints;
    const browser = createBrowser({ profiles: [codeProfile({ endpoints: others })], captures: [heldCapture()] });
    const { verbs } = browser.live({ answer: () => answered('') }).tokenCalls;
    const outcome = await verbs.revoke({ type: 'revoke', captureId: 'c1', token: 'refresh_token' });
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('no revocation endpoint') });
  });
});

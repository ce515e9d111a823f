import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withTokenOutcome } from '../../../src/actions/token-outcome.ts';
import type { Fetched } from '../../../src/protocol/fetched.ts';
import type { Capture, Grant } from '../../../src/protocol/records.ts';
import { answered, codeCapture, goodAnswer, heldCapture, refreshToken } from '../../support/code-login.ts';
import { now } from '../../support/records.ts';

const at = now + 1000;
const end = (capture: Capture, grant: Grant, fetched: Fetched, secrets: string[] = []) =>
  withTokenOutcome(capture, { grant, fetched, at, secrets });

describe('new tokens', () => {
  test('of a hybrid flow leave what the front channel brought in a place of its own', () => {
    const tokens = { id_token: 'first', access_token: 'front' };
    const held = end(codeCapture({ tokens, tokenType: 'bearer' }), 'authorization_code', answered(goodAnswer));
    expect(held.frontChannel).toEqual({ tokens, tokenType: 'bearer' });
    expect(held.tokens).toEqual({ id_token: 'first', access_token: 'a-new-access-token' });
    expect(held.tokenType).toBe('Bearer');
  });
  test('of a code alone leave no front channel', () => {
    expect(end(codeCapture(), 'authorization_code', answered(goodAnswer))).not.toHaveProperty('frontChannel');
  });
  test('of a refresh replace the old ones; those that did not come stay', () => {
    const withIdToken = { tokens: { ...heldCapture().tokens, id_token: 'first' }, scope: 'email' };
    const exchanged = { grant: 'authorization_code', at: now, status: 200, body: '{"id_token":""}' } as const;
    const before = heldCapture({ ...withIdToken, tokenAnswer: exchanged });
    const held = end(before, 'refresh_token', answered(goodAnswer));
    expect(held.tokens).toEqual({ id_token: 'first', access_token: 'a-new-access-token', refresh_token: refreshToken });
    expect(held).toMatchObject({
      scope: 'email',
      expiresAt: Math.floor(at / 1000) + 3600,
      original: { id_token: 'first', scope: 'email' },
      replaced: { tokens: before.tokens, tokenType: 'Bearer', at },
      events: [{ kind: 'refreshed', at }],
    });
    expect(held).not.toHaveProperty('judgedAt');
    const again = end(held, 'refresh_token', answered({ ...goodAnswer, id_token: 'third', scope: 'a' }));
    expect(again.original).toEqual({ id_token: 'first', scope: 'email' });
    expect(again.replaced?.tokens.access_token).toBe('a-new-access-token');
    expect(again.tokens.id_token).toBe('third');
  });
  test('bring a refresh token back to life where one comes with them, and end an earlier failure', () => {
    const dead: Partial<Capture> = {
      deadRefreshToken: { at: now, why: 'invalid_grant' },
      tokenFailure: { kind: 'offline', grant: 'refresh_token', at: now },
    };
    const held = end(heldCapture(dead), 'refresh_token', answered({ ...goodAnswer, refresh_token: 'other' }));
    expect(held).not.toHaveProperty('deadRefreshToken');
    expect(held).not.toHaveProperty('tokenFailure');
    expect(end(heldCapture(dead), 'refresh_token', answered(goodAnswer))).toHaveProperty('deadRefreshToken');
  });
  test('without a lifetime have none, whatever the old ones had', () => {
    const { expires_in: _, ...unlimited } = goodAnswer;
    expect(end(heldCapture(), 'refresh_token', answered(unlimited))).not.toHaveProperty('expiresAt');
  });
});

const faults: [string, Fetched, object][] = [
  ['offline', { ok: false, kind: 'offline' }, { kind: 'offline' }],
  ['nothing in time', { ok: false, kind: 'timeout' }, { kind: 'timeout' }],
  ['a redirect', { ok: false, kind: 'redirect' }, { kind: 'redirect' }],
  [
    '429 with Retry-After',
    answered('', { status: 429, headers: { 'retry-after': '30' } }),
    { kind: 'refused', status: 429, retryAfter: 30, body: '' },
  ],
  [
    'an error in words',
    answered({ error: 'invalid_client', error_description: 'invalid_client_secret' }, { status: 400 }),
    { kind: 'refused', status: 400, error: 'invalid_client', description: 'invalid_client_secret' },
  ],
  [
    'a page',
    answered('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
    { kind: 'refused', status: 200, contentType: 'text/html', body: '<!doctype html>' },
  ],
  ['no token at all', answered({ token_type: 'Bearer' }), { kind: 'refused', status: 200 }],
  [
    'tokens under another type',
    answered(goodAnswer, { headers: { 'content-type': 'text/plain' } }),
    { kind: 'refused', body: JSON.stringify({ ...goodAnswer, access_token: '' }) },
  ],
];

describe.each(faults)('a refresh that brings %s', (_, fetched, failure) => {
  test('leaves every token where it is, and says why', () => {
    const before = heldCapture();
    const held = end({ ...before, tokenCall: { grant: 'refresh_token', sentAt: now } }, 'refresh_token', fetched);
    const { tokens, expiresAt, tokenAnswer } = before;
    expect(held).toMatchObject({
      tokens,
      expiresAt,
      tokenAnswer,
      tokenFailure: { grant: 'refresh_token', at, ...failure },
    });
    expect(held).not.toHaveProperty('tokenCall');
    expect(held).not.toHaveProperty('judgedAt');
    expect(held.events.at(-1)).toMatchObject({ kind: 'refresh_failed', at });
    expect(held.tokenCalls).toHaveLength(fetched.ok ? 2 : 1);
  });
});

test('only a refresh token that was refused as such is dead', () => {
  const refused = answered({ error: 'invalid_grant' }, { status: 400 });
  expect(end(heldCapture(), 'refresh_token', refused).deadRefreshToken).toEqual({ at, why: 'invalid_grant' });
  expect(end(codeCapture(), 'authorization_code', refused)).not.toHaveProperty('deadRefreshToken');
});

test('what a provider says at length is cut', () => {
  const long = 'x'.repeat(200_000);
  const { tokenFailure } = end(codeCapture(), 'authorization_code', answered({ error: long }, { status: 400 }));
  expect(tokenFailure?.error).toHaveLength(1000);
  expect(tokenFailure?.body).toHaveLength(16_384);
});

test('nothing that was sent is kept of an answer, whatever it repeats', () => {
  const secret = fc.string({ minLength: 8, maxLength: 60 });
  const wrap = fc.constantFrom<(text: string) => Fetched>(
    (text) => answered({ error: text, error_description: `no ${text}` }, { status: 400 }),
    (text) => answered(`<p>${text}</p>`, { status: 502, headers: { 'content-type': 'text/html' } }),
    (text) => answered({ ...goodAnswer, scope: text, x: [text] }),
    (text) => answered({ ...goodAnswer, token_type: encodeURIComponent(text) }),
  );
  const grant = fc.constantFrom<Grant>('authorization_code', 'refresh_token', 'client_credentials');
  fc.assert(
    fc.property(secret, wrap, grant, (one, answer, as) => {
      const { tokenFailure, tokenAnswer, events, tokenType, scope } = end(codeCapture(), as, answer(one), [one]);
      for (const kept of textsIn({ tokenFailure, tokenAnswer, events, tokenType, scope })) {
        expect(kept).not.toContain(one);
      }
    }),
  );
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

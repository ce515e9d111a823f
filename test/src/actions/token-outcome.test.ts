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
    'an error under status 200',
    answered({ error: 'slow_down', id_token: 'x' }),
    { kind: 'refused', status: 200, error: 'slow_down', body: '{"error":"slow_down","id_token":""}' },
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

test.each([
  ['of another type', answered(goodAnswer, { headers: { 'content-type': 'text/plain' } })],
  ['with status 201', answered(goodAnswer, { status: 201 })],
  ['with an error beside them', answered({ ...goodAnswer, error: 'access_denied' })],
])('tokens of an answer %s are kept: nothing that came is lost', (_, fetched) => {
  const held = end(heldCapture(), 'refresh_token', fetched);
  expect(held.tokens).toEqual({ access_token: 'a-new-access-token', refresh_token: refreshToken });
  expect(held).not.toHaveProperty('tokenFailure');
});

test('where the tokens came from is kept, and whether the answer was read by virtue of access to the host', () => {
  const called = { grant: 'refresh_token', fetched: answered(goodAnswer), at, secrets: [] } as const;
  const held = withTokenOutcome(heldCapture(), { ...called, endpoint: 'https://op.example/token', hadAccess: true });
  expect(held.tokenAnswer?.endpoint).toBe('https://op.example');
  expect(held.tokenCalls.at(-1)).toEqual({ grant: 'refresh_token', at, status: 200, hadAccess: true });
});

test('when the ID token came that is still held is kept until another comes', () => {
  const withIdToken = answered({ ...goodAnswer, id_token: 'the-id-token' });
  const exchanged = end(codeCapture(), 'authorization_code', withIdToken);
  expect(exchanged).not.toHaveProperty('idTokenAt');
  const refresh = (capture: Capture, fetched: Fetched, later: number) =>
    withTokenOutcome(capture, { grant: 'refresh_token', fetched, at: later, secrets: [] });
  const once = refresh(exchanged, answered(goodAnswer), at + 1);
  expect(once.idTokenAt).toBe(at);
  expect(refresh(once, answered(goodAnswer), at + 2).idTokenAt).toBe(at);
  expect(refresh(once, withIdToken, at + 2)).not.toHaveProperty('idTokenAt');
});

describe('a refresh of which it is not known what the provider did', () => {
  test.each<[string, Fetched, boolean]>([
    ['a timeout', { ok: false, kind: 'timeout' }, true],
    ['no answer that may be read', { ok: false, kind: 'unreachable' }, true],
    ['a redirect', { ok: false, kind: 'redirect' }, true],
    ['too much', { ok: false, kind: 'too_large' }, true],
    ['no network', { ok: false, kind: 'offline' }, false],
    ['no call at all', { ok: false, kind: 'blocked_scheme' }, false],
    ['an error', answered({ error: 'invalid_client' }, { status: 401 }), false],
    ['429', answered('', { status: 429 }), false],
  ])('is remembered after %s: %s', (_, fetched, isLost) => {
    const lost = isLost ? { at } : undefined;
    expect(end(heldCapture(), 'refresh_token', fetched).lostRefresh).toEqual(lost);
    expect(end(codeCapture(), 'authorization_code', fetched)).not.toHaveProperty('lostRefresh');
  });
  test('is remembered until a refresh succeeds', () => {
    const lost = end(heldCapture(), 'refresh_token', { ok: false, kind: 'timeout' });
    const refused = end(lost, 'refresh_token', answered({ error: 'invalid_client' }, { status: 401 }));
    expect(refused.lostRefresh).toEqual({ at });
    expect(end(refused, 'refresh_token', answered(goodAnswer))).not.toHaveProperty('lostRefresh');
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

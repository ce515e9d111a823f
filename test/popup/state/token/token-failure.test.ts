import { describe, expect, test } from 'vitest';
import { type TokenFailure, tokenFailureWords } from '../../../../popup/state/token/token-failure.ts';
import { failureWords } from '../../../../src/actions/call-words.ts';
import { afterLostRefresh, isOutcomeUnknown } from '../../../../src/protocol/lost-refresh.ts';
import { type Grant, grants, tokenFailures } from '../../../../src/protocol/records.ts';
import { noAnswerReason } from '../../../../src/verify/token-response/no-answer.ts';
import { capture, now, profile } from '../../../support/records.ts';

const own = profile({
  endpoints: { authorization: 'https://id.example.com/a', token: 'https://id.example.com/token' },
});
const other = profile({ ...own, provider: 'oidc' });
const request = { responseType: 'code', scopes: ['openid'], redirectUri: 'http://localhost:3000/callback' };
const refused = (over: Partial<TokenFailure> = {}): TokenFailure => ({
  grant: 'authorization_code',
  at: now,
  kind: 'refused',
  status: 400,
  ...over,
});
const words = (failure: TokenFailure, owner = own, over = {}) =>
  tokenFailureWords(failure, capture({ request, capturedAt: now - 1000, ...over }), owner, now + 1000);

describe('a refusal of the token endpoint', () => {
  test('for a secret that was not sent names the trap and the way out', () => {
    const said = words(refused({ error: 'invalid_client', description: 'invalid_client_secret' }));
    expect(said.heading).toBe('This app client has a secret, and it was not sent');
    expect(said.todo).toContain('choose in the profile how the secret is sent');
    expect(said.own).toEqual({ error: 'invalid_client', description: 'invalid_client_secret' });
  });

  test('of a client that sends a secret says that a public one has none', () => {
    const said = words(refused({ error: 'invalid_client' }), { ...own, clientAuth: 'client_secret_post' });
    expect(said.meaning.join(' ')).toContain('A public client has none');
  });

  test('for another redirect_uri shows the one that was sent, and where it is registered', () => {
    const said = words(refused({ error: 'unauthorized_client', description: 'invalid_redirect' }));
    expect(said.heading).toBe('Another redirect_uri than at the start');
    expect(said.meaning.join(' ')).toContain('http://localhost:3000/callback');
    expect(said.consolePath).toContain('Allowed callback URLs');
  });

  test('of a code says that it was too old where it was, with Cognito', () => {
    const spent = refused({ error: 'invalid_grant' });
    const late = { capturedAt: now - 420_000 };
    expect(words(spent).heading).toBe('The code is not good any more');
    expect(words(spent).meaning).toHaveLength(1);
    expect(words(spent, own, late).meaning[1]).toContain('The code was 7 min old');
    expect(words(spent, other, late).meaning).toHaveLength(1);
  });

  test('of a refresh token speaks of no code', () => {
    for (const owner of [own, other]) {
      const said = words(refused({ grant: 'refresh_token', error: 'invalid_grant' }), owner);
      expect(said.heading).toBe('The refresh token is not good any more');
    }
  });

  test('for too many requests says when to try again, and how: a code is never handed in twice', () => {
    expect(words(refused({ status: 429, retryAfter: 31 })).todo).toMatch(/^Wait until [\d:]+, then sign in again\.$/);
    expect(words(refused({ status: 429, retryAfter: 1 })).todo).toContain('has passed: sign in again.');
    expect(words(refused({ status: 429 })).todo).toBe(
      'It does not say for how long. Wait a minute, then sign in again.',
    );
    expect(words(refused({ grant: 'refresh_token', status: 429 })).todo).toContain('then refresh again.');
  });

  test('leads to the profile where the profile is what to change', () => {
    expect(words(refused({ error: 'invalid_client' })).isInProfile).toBe(true);
    expect(words(refused({ error: 'invalid_grant' }))).not.toHaveProperty('isInProfile');
  });

  test('that is a web page shows its beginning, as text', () => {
    const body = Array.from({ length: 20 }, (_, line) => `<p>${line}</p>`).join('\n');
    const said = words(refused({ status: 502, contentType: 'text/html', body }));
    expect(said.heading).toBe('The token endpoint answered with a web page');
    expect(said.excerpt?.split('\n')).toHaveLength(6);
  });

  test('without an error is told by its status', () => {
    expect(words(refused({ status: 503, body: '{}' })).heading).toContain('an error of its server');
    expect(words(refused({ status: 200, body: '{"tokens":1}' })).heading).toContain('no token answer');
  });
});

describe('a call without an answer', () => {
  const rows = grants.flatMap((grant) =>
    tokenFailures.filter((kind) => kind !== 'refused').map((kind) => [grant, kind] as const),
  );
  test.each(rows)('%s, %s: says what happened and what to do', (grant: Grant, kind) => {
    const said = words({ grant, at: now, kind });
    expect(said.heading).not.toBe('');
    expect(said.todo).not.toBe('');
  });

  test('whose worker ended leaves open what the provider did, and is not sent again', () => {
    const code = words({ grant: 'authorization_code', at: now, kind: 'interrupted' });
    expect(code.meaning[0]).toContain('Nothing was sent again');
    expect(code.todo).toBe('It is not known whether the provider used up the code. Sign in again.');
    const refresh = words({ grant: 'refresh_token', at: now, kind: 'interrupted' });
    expect(refresh.todo).toContain('used up the refresh token');
  });

  test('of a refresh says the same to do in note, checks and toast', () => {
    for (const kind of tokenFailures.filter((one) => one !== 'refused')) {
      const failure = { grant: 'refresh_token' as const, at: now, kind };
      const isUnknown = isOutcomeUnknown(failure);
      const said = [noAnswerReason(kind, 'refresh_token'), failureWords(failure)];
      expect(said.map((text) => text.includes(afterLostRefresh))).toEqual([isUnknown, isUnknown]);
      expect(words(failure).todo.includes(afterLostRefresh)).toBe(isUnknown);
    }
    const page = { grant: 'refresh_token' as const, at: now, kind: 'refused' as const, status: 200, body: '<html>' };
    expect(words(page).todo).toContain(afterLostRefresh);
    expect(failureWords(page)).toContain(afterLostRefresh);
  });

  test('that could not be read may lack access to the host', () => {
    expect(words({ grant: 'refresh_token', at: now, kind: 'unreachable' }).mayNeedAccess).toBe(true);
    expect(words({ grant: 'refresh_token', at: now, kind: 'timeout' })).not.toHaveProperty('mayNeedAccess');
  });
});

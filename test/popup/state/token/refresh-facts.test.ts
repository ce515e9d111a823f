import { describe, expect, test } from 'vitest';
import { afterWords } from '../../../../popup/state/capture/after-capture.ts';
import { expiredWords } from '../../../../popup/state/token/expired-words.ts';
import {
  canRenewAlone,
  deadWords,
  findUnreadable,
  refreshFacts,
  whyNotRefresh,
} from '../../../../popup/state/token/refresh-facts.ts';
import { revocationWords, revokeEffects, whyNotRevoke } from '../../../../popup/state/token/revoke-words.ts';
import { doneCalls, hasBroughtTokens } from '../../../../popup/state/token/token-calls.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now, profile } from '../../../support/records.ts';

const endpoints = {
  authorization: 'https://id.example.com/a',
  token: 'https://id.example.com/token',
  revocation: 'https://id.example.com/revoke',
};
const own = profile({ responseType: 'code', endpoints });
const tokens = { access_token: 'a', refresh_token: 'r' };
const exchange = { grant: 'authorization_code' as const, at: now - 60_000, status: 200 };
const refresh = { grant: 'refresh_token' as const, at: now - 30_000, status: 200 };
const answer = { grant: 'refresh_token' as const, at: now - 30_000, status: 200, body: '{}' };
const events = [
  { at: exchange.at, kind: 'code_exchanged' },
  { at: refresh.at, kind: 'refreshed' },
];
const busy = (retryAfter: number) =>
  ({ grant: 'refresh_token', at: now - 2000, kind: 'refused', status: 429, retryAfter }) as const;
const held = (over: Partial<Capture> = {}) =>
  capture({ tokens, judgedAt: now, tokenCalls: [exchange], events, tokenAnswer: answer, ...over });

describe('a refresh token', () => {
  test('came with the code, and stays where the refresh brings no other', () => {
    expect(refreshFacts(held(), own, now)[0]).toContain('for the code of this login');
    const used = held({ tokenCalls: [exchange, refresh], replaced: { tokens, at: refresh.at } });
    expect(refreshFacts(used, own, now)[1]).toContain('so it stays');
  });

  test('takes the place of the one before where the provider rotates', () => {
    const replaced = { tokens: { ...tokens, refresh_token: 'before' }, at: refresh.at };
    const rotated = held({ tokenCalls: [exchange, refresh], replaced });
    expect(refreshFacts(rotated, own, now)[1]).toContain('Cognito rotates them');
  });

  test('is dead for a reason', () => {
    expect(deadWords(held(), own, now)).toBeUndefined();
    expect(deadWords(held({ deadRefreshToken: { at: now, why: 'invalid_grant' } }), own, now)).toContain(
      'invalid_grant',
    );
    expect(deadWords(held({ deadRefreshToken: { at: now, why: 'revoked' } }), own, now)).toContain('revoked');
  });

  const secret = profile({ ...own, clientAuth: 'client_secret_basic' });
  test.each([
    ['that is good', held(), own, undefined],
    ['that is none', held({ tokens: { access_token: 'a' } }), own, 'There is no refresh token.'],
    ['of another app’s login', held({ startedHere: false }), own, 'could log its app out'],
    ['that was pasted', held({ origin: 'pasted' }), own, 'could log its app out'],
    ['of a deleted profile', held(), undefined, 'was deleted'],
    ['that is dead', held({ deadRefreshToken: { at: now, why: 'revoked' } }), own, 'of no use'],
    ['without an endpoint', held(), profile(), 'no token endpoint'],
    ['in use', held({ tokenCall: { grant: 'refresh_token', sentAt: now } }), own, 'under way'],
    ['without the secret', held(), secret, 'not in memory'],
    ['that is to wait', held({ tokenFailure: busy(31) }), own, 'asked to wait until'],
    ['that has waited', held({ tokenFailure: busy(1) }), own, undefined],
    [
      'of another client',
      held({ client: { clientId: 'before', authorization: own.endpoints.authorization } }),
      own,
      'another client or provider',
    ],
    [
      'from another endpoint',
      held({ tokenAnswer: { ...answer, endpoint: 'https://other.example.com' } }),
      own,
      'was changed since',
    ],
  ])('%s is used or says why not', (_, shown, owner, reason) => {
    const read = { secrets: [], now };
    const why = whyNotRefresh(shown, owner, undefined, read);
    expect(why).toEqual(reason === undefined ? undefined : expect.stringContaining(reason));
    expect(canRenewAlone(shown, owner, read)).toBe(reason === undefined || shown.tokenCall !== undefined);
  });

  test('is not used on its own after a refresh whose outcome nobody knows', () => {
    const lost = held({ lostRefresh: { at: now } });
    expect(canRenewAlone(lost, own, { now })).toBe(false);
    expect(whyNotRefresh(lost, own, undefined, { now })).toBeUndefined();
  });

  test('is held back where the answer could not be read, unless one was', () => {
    const elsewhere = profile({ ...own, provider: 'oidc' });
    const access = held({ tokenCalls: [{ ...exchange, hadAccess: true }] });
    expect(findUnreadable(access, elsewhere, false)).toBe(endpoints.token);
    expect(findUnreadable(access, elsewhere, true)).toBeUndefined();
    expect(findUnreadable(access, elsewhere, undefined)).toBeUndefined();
    expect(findUnreadable(held(), elsewhere, false)).toBeUndefined();
    expect(findUnreadable(access, own, false)).toBeUndefined();
  });

  test('is not used after a failed check unless the person says so', () => {
    expect(whyNotRefresh(held(), own, 'A check failed.', { now })).toBe('A check failed.');
  });
});

test('what the token endpoint did stands behind the callback', () => {
  expect(afterWords(held({ events: [] }), now)).toBe('');
  expect(afterWords(held(), now)).toMatch(/^, exchanged at .+, refreshed at .+$/);
});

describe('a call that was answered without tokens is not done, whatever its status', () => {
  test.each([200, 201, 204])('%i', (status) => {
    const call = { ...exchange, status };
    const shown = held({ tokenCalls: [call], events: [{ at: call.at, kind: 'code_exchange_failed' }] });
    expect(hasBroughtTokens(shown, call)).toBe(false);
    expect(afterWords(shown, now)).toBe('');
    expect(refreshFacts(shown, own, now)[0]).not.toContain('for the code of this login');
  });

  test('nor is a refresh, beside one that was', () => {
    const page = { ...refresh, at: refresh.at + 1000 };
    const shown = held({ tokenCalls: [exchange, refresh, page] });
    expect(doneCalls(shown, 'refresh_token')).toEqual([refresh]);
    expect(refreshFacts(shown, own, now)[1]).toContain('It was used once');
  });
});

describe('once the access token has expired', () => {
  test.each([
    ['the refresh token gets new ones', held(), own, 'without a sign-in'],
    ['a dead one does not', held({ deadRefreshToken: { at: now, why: 'revoked' } }), own, 'of no use any more'],
    [
      'implicit brings none',
      capture({ tokens: { access_token: 'a' } }),
      profile(),
      'Implicit returns no refresh token',
    ],
    ['nor did this code', held({ tokens: { access_token: 'a' } }), own, 'There is no refresh token'],
    [
      'a client asks again',
      (({ request: _, ...rest }) => rest)(held({ source: 'token_endpoint', params: [] })),
      own,
      'as the client itself',
    ],
  ])('%s', (_, shown, owner, said) => {
    expect(expiredWords(shown, owner, 'access_token', { now })[0]).toContain(said);
  });
});

describe('a revocation', () => {
  const revocation = (over: Partial<NonNullable<Capture['revocation']>> = {}) => ({
    token: 'refresh_token' as const,
    at: now,
    ...over,
  });

  test('says what it does not end', () => {
    expect(revokeEffects('refresh_token', own).stays.join(' ')).toContain('until it expires');
  });

  test('of an access token is not offered by Cognito, nor twice', () => {
    expect(whyNotRevoke(held(), own, 'access_token')).toBe('Cognito revokes refresh tokens alone.');
    expect(whyNotRevoke(held(), own, 'refresh_token')).toBeUndefined();
    expect(whyNotRevoke(held({ revocation: revocation({ status: 200 }) }), own, 'refresh_token')).toContain('already');
    expect(whyNotRevoke(held(), profile(), 'refresh_token')).toContain('no revocation endpoint');
  });

  test('that worked, was refused or was lost', () => {
    expect(revocationWords(revocation({ status: 200 }), own, now).tone).toBe('pass');
    const refused = revocationWords(revocation({ status: 400, error: 'invalid_request' }), own, now);
    expect(refused).toMatchObject({ tone: 'fail', heading: expect.stringContaining('does not allow revocation') });
    expect(refused.consolePath).toContain('Advanced security configurations');
    expect(revocationWords(revocation({ kind: 'timeout' }), own, now).heading).toContain('It is not known');
  });
});

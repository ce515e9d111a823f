import { describe, expect, test } from 'vitest';
import { compareCaptures } from '../../../../src/protocol/compare/compare-captures.ts';
import { pathText } from '../../../../src/protocol/compare/path-text.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now } from '../../../support/records.ts';

const kinds = (list: { kind: string; path: (string | number)[] }[]) =>
  list.map(({ kind, path }) => `${kind} ${pathText(path)}`);

describe('the logins themselves', () => {
  const login = (over: Partial<Capture>, profile = 'demo') => ({ capture: capture(over), profile });
  const facts = (a: Partial<Capture>, b: Partial<Capture>) =>
    compareCaptures(login(a), login(b)).facts.filter(({ kind }) => kind !== 'same');
  const request = { responseType: 'token', scopes: ['openid'], redirectUri: 'x' };

  test.each<[what: string, a: Partial<Capture>, b: Partial<Capture>, found: object[]]>([
    [
      'where they were started',
      {},
      { startedHere: false },
      [{ path: ['started'], a: 'in Claimcheck', b: 'elsewhere' }],
    ],
    [
      'what was granted',
      { scope: 'openid email' },
      { scope: 'openid' },
      [{ path: ['scope'], kind: 'set', removed: ['email'] }],
    ],
    [
      'what was asked for',
      { request, scope: 'a' },
      { request: { ...request, scopes: ['b'], responseType: 'code' }, scope: 'a' },
      [{ path: ['response_type'] }, { path: ['scope_requested'], added: ['b'] }],
    ],
    ['nothing of a request that is not known', { request, scope: 'a' }, { scope: 'a' }, []],
    [
      'an error',
      {},
      { error: { error: 'access_denied' }, tokens: {} },
      [{ path: ['tokens'] }, { path: ['error'], kind: 'added' }],
    ],
    ['how the answer came', {}, { source: 'query' }, [{ path: ['source'] }]],
  ])('%s', (_what, a, b, found) => {
    expect(facts(a, b)).toMatchObject(found);
  });

  test('are apart by the moments of their capture', () => {
    expect(compareCaptures(login({}), login({ capturedAt: now - 60_000 })).apart).toBe(-60_000);
  });

  test('have userInfo compared where both have an answer', () => {
    const userinfo = {
      status: 200,
      at: now,
      contentType: 'application/json',
      body: '{"sub":"a","id":9007199254740993}',
    };
    const other = { ...userinfo, body: '{"sub":"a","id":9007199254740992}' };
    const { parts } = compareCaptures(login({ userinfo }), login({ userinfo: other }));
    expect(parts.map(({ name }) => name)).toEqual(['id_token', 'access_token', 'refresh_token', 'userinfo']);
    expect(kinds(parts[3]?.compared.claims ?? [])).toEqual(['same sub', 'changed id']);
    expect(compareCaptures(login({ userinfo }), login({})).parts).toHaveLength(3);
    const refused = compareCaptures(login({ userinfo }), login({ userinfo: { ...userinfo, status: 401 } }));
    expect(refused.parts[3]?.compared).toMatchObject({ a: 'claims', b: 'no_claims', claims: [] });
  });
});

import { describe, expect, test } from 'vitest';
import { type CodeState, findCodeState, isCodeTold } from '../../../../popup/state/capture/code-state.ts';
import { codeWords } from '../../../../popup/state/capture/code-words.ts';
import { findLoginsUnderWay } from '../../../../popup/state/capture/login-stage.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { noAccessWords } from '../../../../src/protocol/token-access.ts';
import { capture, login, now, profile } from '../../../support/records.ts';

const endpoints = { authorization: 'https://id.example.com/authorize', token: 'https://id.example.com/token' };
const own = profile({ responseType: 'code', endpoints });
const withSecret = profile({ responseType: 'code', endpoints, clientAuth: 'client_secret_basic' });
const request = {
  responseType: 'code',
  scopes: ['openid'],
  redirectUri: 'http://localhost:3000/callback',
  state: 'the-state',
};
const code = (over: Partial<Capture> = {}) =>
  capture({ source: 'query', params: [['code', 'x']], tokens: {}, judgedAt: now, request, ...over });
const failure = { grant: 'authorization_code' as const, at: now, kind: 'timeout' as const };
const answer = { grant: 'authorization_code' as const, at: now, status: 200, body: '{}' };
const world = { logins: [login({ ended: true })], secrets: [], keptSecrets: [] };
const ofOver = (kind: string) => code({ startedHere: false, events: [{ at: now, kind }] });
const left = (detail: string) => code({ events: [{ at: now, kind: 'code_not_exchanged', detail }] });
const unjudged = (({ judgedAt: _, ...rest }: Capture): Capture => rest)(code());

test('what became of a code is told above the tokens, unless there is none or it is still checked', () => {
  const told = [capture(), code({ tokenAnswer: answer }), unjudged, code(), code({ tokenFailure: failure })];
  expect(told.map((one) => isCodeTold(one, own, now))).toEqual([false, false, false, true, true]);
  expect(isCodeTold(code({ origin: 'pasted' }), undefined, now)).toBe(true);
});

describe('a code', () => {
  const rows: [what: string, capture: Capture, state: CodeState | undefined, owner?: typeof own | null][] = [
    ['that is none', capture(), undefined],
    ['of an error answer', code({ error: { error: 'access_denied' } }), undefined],
    ['that was exchanged', code({ tokenAnswer: answer }), undefined],
    ['whose refresh failed later', code({ tokenAnswer: answer, tokenFailure: failure }), undefined],
    ['under way', code({ tokenCall: { grant: 'authorization_code', sentAt: now } }), 'exchanging'],
    ['whose exchange failed', code({ tokenFailure: failure }), 'failed'],
    ['that was pasted', code({ origin: 'pasted' }), { kept: 'pasted' }],
    ['of another app’s login', code({ startedHere: false }), { kept: 'not_started_here' }],
    ['of a deleted profile', code(), { kept: 'no_profile' }, null],
    ['that is not judged', unjudged, 'checking'],
    ['with a failed check', code({ verdicts: [{ check: 'state', result: 'fail' }] }), { kept: 'blocked' }],
    ['without a token endpoint', code(), { kept: 'no_endpoint' }, profile({ responseType: 'code' })],
    ['of ten minutes ago', code({ capturedAt: now - 600_000 }), { kept: 'too_late' }],
    ['without its login', code({ request: { ...request, state: 'other' } }), { kept: 'cancelled' }],
    ['without the secret', code(), { kept: 'no_secret', secret: 'missing' }, withSecret],
    ['that is next', code(), 'waiting'],
    ['of a login that was cancelled', ofOver('state_cancelled'), { kept: 'state_cancelled' }],
    ['of a login that was answered before', ofOver('state_used'), { kept: 'state_used' }],
    ['that the worker left alone', left('The profile was changed.'), { kept: 'told', why: 'The profile was changed.' }],
  ];
  test.each(rows)('%s', (_, shown, state, owner = own) => {
    expect(findCodeState(shown, owner ?? undefined, now, world)).toEqual(state);
  });

  test('waits for a secret that lies locked, and for nothing once it is there', () => {
    const locked = { ...world, keptSecrets: ['p1'] };
    expect(findCodeState(code(), withSecret, now, locked)).toEqual({ kept: 'no_secret', secret: 'locked' });
    expect(findCodeState(code(), withSecret, now, { ...world, secrets: ['p1'] })).toBe('waiting');
  });

  test('waits for access to the host of the token endpoint, and for nothing once it is there', () => {
    const elsewhere = profile({ provider: 'oidc', responseType: 'code', endpoints });
    const waiting = left(`${noAccessWords(endpoints.token)} Allow it, and the code is exchanged.`);
    const find = (access?: boolean) => findCodeState(waiting, elsewhere, now, { ...world, access });
    expect(find(false)).toEqual({ kept: 'no_access', endpoint: endpoints.token });
    expect(find(true)).toBe('waiting');
    expect(findCodeState(code(), own, now, { ...world, access: false })).toBe('waiting');
    const { heading, text } = codeWords({ kept: 'no_access', endpoint: endpoints.token }, elsewhere);
    expect(`${heading}. ${text}`).toMatch(/^The code waits\. Access to id\.example\.com is not allowed yet/);
  });

  test('is not said to be without anything that was not read yet', () => {
    expect(findCodeState(code(), withSecret, now)).toBe('waiting');
  });

  test('of a login that was not started here is never redeemed, in these words', () => {
    expect(codeWords({ kept: 'not_started_here' }, own).heading).toBe(
      'A code of a login that was not started here is shown, never redeemed',
    );
  });
});

describe('a login is under way', () => {
  const minute = 60_000;
  const find = (logins: ReturnType<typeof login>[], captures: Capture[] = [], isPrivate = false) =>
    findLoginsUnderWay({ logins }, captures, own, now, isPrivate)[0];

  test('for ten minutes, unless it belongs to another profile', () => {
    expect(find([login({ startedAt: now - 10 * minute + 1 })])?.stage).toBe('provider');
    expect(find([login({ startedAt: now - 10 * minute })])).toBeUndefined();
    expect(find([login({ profileId: 'other' })])).toBeUndefined();
  });

  test('in its own kind of window alone', () => {
    expect(find([login({ isPrivate: true })])).toBeUndefined();
    expect(find([login({ isPrivate: true })], [], true)?.stage).toBe('provider');
    expect(find([login()], [], true)).toBeUndefined();
  });

  test('at the callback, while it is checked, and while its code is exchanged', () => {
    const back = login({ ended: true, captureIds: ['c1'] });
    expect(find([login({ captureIds: ['c1'] })])?.stage).toBe('callback');
    expect(find([back], [unjudged])?.stage).toBe('checking');
    expect(find([back], [code()])?.stage).toBe('exchanging');
    expect(find([back], [code({ tokenCall: { grant: 'authorization_code', sentAt: now } })])?.stage).toBe('exchanging');
    expect(find([back], [code({ tokenAnswer: answer })])).toBeUndefined();
    expect(find([back], [code({ error: { error: 'access_denied' } })])).toBeUndefined();
    expect(find([back])).toBeUndefined();
  });

  test('not any more once only answers came in its tab that failed their checks', () => {
    const open = login({ captureIds: ['c1', 'c2'] });
    const wrong = (id: string) => code({ id, verdicts: [{ check: 'state', result: 'fail' }] });
    expect(find([open], [wrong('c1'), wrong('c2')])).toBeUndefined();
    expect(find([open], [wrong('c1'), { ...unjudged, id: 'c2' }])?.stage).toBe('callback');
  });

  test('beside others, the newest first', () => {
    const logins = [login({ state: 'older', startedAt: now - minute }), login({ state: 'newer', startedAt: now })];
    const states = findLoginsUnderWay({ logins }, [], own, now).map(({ login: { state } }) => state);
    expect(states).toEqual(['newer', 'older']);
  });

  test('the newest before an older one', () => {
    const older = login({ state: 'older', startedAt: now - minute });
    expect(find([older, login({ state: 'newer', startedAt: now })])?.login.state).toBe('newer');
  });
});

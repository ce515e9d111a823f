/** A login whose answer is judged, and a table of what its checks say. */
import { describe, expect, test } from 'vitest';
import type { Capture, Profile, Verdict } from '../../../../src/protocol/records.ts';
import { judgeResponse } from '../../../../src/verify/judge-response.ts';
import type { Known } from '../../../../src/verify/known.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

export type Pairs = Capture['params'];
type Request = NonNullable<Capture['request']>;
type Changes<T> = { [Name in keyof T]?: T[Name] | undefined };

export const issuer = 'https://op.example';
export const callback = 'https://app.example/cb';
export const codeParams: Pairs = [
  ['code', 'the-code'],
  ['state', 'the-state'],
];
export const bearer: Pairs = [['token_type', 'Bearer']];
export const opaque = 'opaque-access-token';
export const idToken = token({ iss: issuer, nonce: 'the-nonce' });
export const encrypted = `${token({}).split('.')[0]}.a.b.c.d`;
export const isAnnounced = { authorization_response_iss_parameter_supported: true };
export const exchange: Capture['tokenCalls'][number] = { grant: 'authorization_code', at: now, status: 200 };

const request: Request = {
  responseType: 'code',
  scopes: ['openid', 'email'],
  redirectUri: callback,
  pkce: 'S256',
  state: 'the-state',
  nonce: 'the-nonce',
};

const provider = profile({
  provider: 'oidc',
  issuer,
  endpoints: { authorization: `${issuer}/authorize` },
  callback,
  responseType: 'code',
});

/** A profile of another authorization server, with the same callback. Its endpoint is at the same origin. */
export const other: Profile = { ...provider, id: 'p2', issuer: 'https://other.example' };

/** What a test is about. All else is a login with a code that was started here and in which nothing is wrong. */
export type Case = {
  params?: Pairs;
  tokens?: Capture['tokens'];
  /** null for a login that was started elsewhere. */
  request?: Changes<Request> | null;
  capture?: Partial<Capture>;
  /** null for a profile that was deleted. */
  profile?: Partial<Profile> | null;
  others?: Profile[];
  /** null when it could not be fetched. */
  metadata?: Record<string, unknown> | null;
  isStateSpent?: boolean;
};

export function known(about: Case): Known {
  const { params = codeParams, tokens = {}, others = [] } = about;
  const text = (name: string) => params.find((pair) => pair[0] === name)?.[1] || undefined;
  const error = text('error');
  const tokenType = text('token_type');
  const scope = text('scope');
  const mine = about.profile === null ? undefined : { ...provider, ...about.profile };
  return {
    capture: capture({
      callback,
      source: 'query',
      startedHere: about.request !== null,
      params,
      tokens,
      ...(tokenType !== undefined && { tokenType }),
      ...(scope !== undefined && { scope }),
      ...(error !== undefined && { error: { error } }),
      ...(about.request !== null && { request: changed(request, about.request ?? {}) }),
      ...about.capture,
    }),
    profile: mine,
    profiles: mine ? [mine, ...others] : others,
    isStateSpent: about.isStateSpent ?? false,
    discovered: discovered(about.metadata),
    keys: { ok: false, why: 'no_issuer' },
    at: now,
  };
}

function discovered(metadata: Case['metadata']): Known['discovered'] {
  if (metadata === null) return { ok: false, problem: 'timeout' };
  const document = { code_challenge_methods_supported: ['S256'], ...metadata };
  return { ok: true, issuer, endpoints: {}, metadata: { fetchedAt: now, document } };
}

/** What is changed to undefined is left out. */
function changed(whole: Request, changes: Changes<Request>): Request {
  const entries = Object.entries({ ...whole, ...changes }).filter(([, value]) => value !== undefined);
  // a test leaves out only what a request may lack
  return Object.fromEntries(entries) as unknown as Request;
}

/** An answer in the fragment with an access token; `beside` stands beside it. */
export function implicit(beside: Pairs, more: Case = {}): Case {
  return {
    ...more,
    params: [['access_token', ''], ...beside, ['state', 'the-state']],
    tokens: { access_token: opaque, ...more.tokens },
    request: more.request === null ? null : { responseType: 'token', pkce: undefined, ...more.request },
    profile: more.profile === null ? null : { responseType: 'token', ...more.profile },
    capture: { source: 'fragment', ...more.capture },
  };
}

/** A token that was pasted without an address. */
export function pasted(tokens: Capture['tokens'], more: Case = {}): Case {
  const params = Object.keys(tokens).map((name): [string, string] => [name, '']);
  return { ...more, params, tokens, request: null, capture: { callback: '', origin: 'pasted', source: 'fragment' } };
}

/** An answer in the fragment that was pasted without an address. */
export function pastedAnswer(params: Pairs, more: Case = {}): Case {
  return { ...more, params, request: null, capture: { callback: '', origin: 'pasted', source: 'fragment' } };
}

/** What is noted of an answer with an event. */
export function noted(kind: string, detail: string): Partial<Capture> {
  return { events: [{ at: now, kind, detail }] };
}

/** `not`: not checked, with such a reason. */
export type Outcome =
  | 'pass'
  | 'not listed'
  | { not: RegExp }
  | { expected: string; actual: string; severity?: 'warning' };

export type Row = [sentence: string, about: Case, outcome: Outcome];

/** One test for each row, under the check that it is about. */
export function testChecks(table: Record<string, Row[]>): void {
  describe.each(Object.entries(table))('%s', (check, rows) => {
    test.each(rows)('%s', async (_, about, outcome) => {
      const verdicts = await judgeResponse(known(about));
      const found = verdicts.filter((verdict) => verdict.check === check);
      expect(found.map(({ token: _token, from: _from, ...said }) => said)).toEqual(expectedOf(check, outcome, found));
    });
  });
}

function expectedOf(check: string, outcome: Outcome, [found]: Verdict[]): unknown[] {
  if (outcome === 'not listed') return [];
  if (outcome === 'pass') return [{ check, result: 'pass' }];
  if ('not' in outcome) return [{ check, result: 'not_checked', reason: expect.stringMatching(outcome.not) }];
  return [{ check, result: 'fail', ...outcome, ...(found?.reason !== undefined && { reason: found.reason }) }];
}

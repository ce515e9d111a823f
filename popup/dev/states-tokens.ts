/** The states of a token's life: exchange, refresh, fresh tokens, clients alone, silent sign-ins. Longer than most files because it is one list. */
import type { Capture, Fresh, PendingLogin, Profile, Verdict } from '../../src/protocol/records.ts';
import { mint, mintEncrypted } from './mint.ts';
import { clientOwn } from './play-tokens.ts';
import { accessClaims, capture, idClaims, login, noon, profile, staging } from './sample.ts';
import type { State } from './states.ts';

const seconds = noon / 1000;
const domain = 'https://claimcheck-demo.auth.us-east-1.amazoncognito.com';

const byCode: Profile = {
  ...profile,
  responseType: 'code',
  logoutUri: 'http://localhost:3000/signed-out',
  endpoints: { ...profile.endpoints, revocation: `${domain}/oauth2/revoke`, endSession: `${domain}/logout` },
};
const confidential: Profile = { ...byCode, clientAuth: 'client_secret_basic' };
const clientAlone: Profile = { ...confidential, responseType: '', scopes: ['orders/read'], callback: '' };
const elsewhere: Profile = {
  ...staging,
  responseType: 'code',
  endpoints: {
    ...staging.endpoints,
    token: 'https://id.example.com/token',
    revocation: 'https://id.example.com/revoke',
    endSession: 'https://id.example.com/logout',
  },
};

const refreshToken = mintEncrypted({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' });
const held = {
  id_token: mint(idClaims()),
  access_token: mint(accessClaims()),
  refresh_token: refreshToken,
};
const lateTokens = {
  id_token: mint(idClaims(seconds - 72 * 60)),
  access_token: mint(accessClaims(seconds - 72 * 60)),
  refresh_token: refreshToken,
};
const request = {
  responseType: 'code',
  scopes: profile.scopes,
  redirectUri: profile.callback,
  pkce: 'S256' as const,
  state: login.state,
  nonce: 'ArNFf9ejmqpq9svXidfjnsYmjuRN-xy9',
};
const exchangedAt = noon - 179_000;
const answered = {
  grant: 'authorization_code' as const,
  at: exchangedAt,
  status: 200,
  durationMs: 120,
  contentType: 'application/json',
  body: '{"id_token":"","access_token":"","refresh_token":"","expires_in":3600,"token_type":"Bearer"}',
};
const byRefresh = { ...answered, grant: 'refresh_token' as const };

/** A code that came back and was exchanged; `over` changes what a state is about. */
function exchanged(over: Partial<Capture> = {}): Capture {
  return capture({
    source: 'query',
    params: [
      ['code', '0f3c7d8e-7c2b-4c8e-9f31-2a5d1b6f4e90'],
      ['state', login.state],
    ],
    request,
    tokens: held,
    tokenAnswer: answered,
    tokenCalls: [{ grant: 'authorization_code', at: exchangedAt, status: 200 }],
    events: [{ at: exchangedAt, kind: 'code_exchanged' }],
    ...over,
  });
}

/** The same before its exchange. */
function codeAlone(over: Partial<Capture> = {}): Capture {
  const {
    tokenAnswer: _,
    expiresAt: __,
    ...rest
  } = exchanged({
    capturedAt: noon - 20_000,
    tokens: {},
    tokenCalls: [],
    events: [],
    verdicts: [
      { check: 'callback_url', result: 'pass' },
      { check: 'state', result: 'pass' },
    ],
  });
  return { ...rest, ...over };
}

type Failure = NonNullable<Capture['tokenFailure']>;

function refused(over: Partial<Failure> = {}): Failure {
  return {
    grant: 'authorization_code',
    at: noon - 19_000,
    kind: 'refused',
    status: 400,
    contentType: 'application/json',
    ...over,
  };
}

const ended: PendingLogin = { ...login, request, ended: true, captureIds: ['newest'] };
const lost: Failure = { grant: 'refresh_token', at: noon - 60_000, kind: 'interrupted' };

/** A code whose exchange failed, with what the checks say of that. */
function failedExchange(tokenFailure: Failure, over: Partial<Capture> = {}): Capture {
  const about = { check: 'token_response', from: 'token_endpoint' } as const;
  const verdict: Verdict =
    tokenFailure.kind === 'refused'
      ? { ...about, result: 'fail', expected: 'tokens', actual: tokenFailure.error ?? 'no JSON' }
      : { ...about, result: 'not_checked', reason: 'No answer came. The code is not handed in again: sign in again.' };
  const before = codeAlone(over);
  return { ...before, verdicts: [...before.verdicts, verdict], tokenFailure };
}

function popup(name: string, captures: Capture[], more: Partial<State> = {}): State {
  return { name, width: 'popup', profiles: [byCode, staging], captures, logins: [], ...more };
}

function fresh(name: string, step: Fresh['step'], more: Partial<Fresh> = {}, captures = [exchanged()]): State {
  const asked = { profileId: profile.id, askedAt: noon - 2000, captureId: 'newest' };
  return popup(`fresh-${name}`, captures, { fresh: { ...asked, step, ...more } });
}

const noSession = capture({
  id: 'no-session',
  capturedAt: noon - 5000,
  silent: true,
  source: 'query',
  tokens: {},
  params: [
    ['error', 'login_required'],
    ['state', login.state],
  ],
  error: { error: 'login_required' },
  request: { ...request, prompt: 'none' },
  verdicts: [
    { check: 'error_response', result: 'fail' },
    { check: 'state', result: 'pass' },
  ],
});

const rotated = exchanged({
  tokenAnswer: { ...byRefresh, at: noon - 30_000 },
  replaced: { tokens: { ...held, refresh_token: 'the one before' }, at: noon - 30_000 },
  original: { id_token: held.id_token },
  tokenCalls: [
    { grant: 'authorization_code', at: exchangedAt, status: 200 },
    { grant: 'refresh_token', at: noon - 30_000, status: 200 },
  ],
  events: [
    { at: exchangedAt, kind: 'code_exchanged' },
    { at: noon - 30_000, kind: 'refreshed' },
  ],
});
const refreshBlocked: Capture = {
  ...rotated,
  verdicts: [
    {
      check: 'refresh_same_subject',
      result: 'fail',
      token: 'id_token',
      from: 'token_endpoint',
      actual: 'sub: another',
    },
  ],
};

const exchangeStates: State[] = [
  popup('exchanged', [exchanged()]),
  popup('exchanging', [codeAlone({ tokenCall: { grant: 'authorization_code', sentAt: noon - 1000 } })], {
    logins: [ended],
  }),
  popup('code-not-started-here', [withoutRequest(codeAlone({ startedHere: false }))]),
  popup('code-blocked', [codeAlone({ verdicts: [{ check: 'state', result: 'fail' }] })], { logins: [ended] }),
  popup('code-no-endpoint', [codeAlone()], {
    profiles: [{ ...byCode, endpoints: { authorization: byCode.endpoints.authorization } }],
    logins: [ended],
  }),
  popup('code-no-secret', [codeAlone()], { profiles: [confidential], logins: [ended] }),
  popup('code-secret-locked', [codeAlone()], { profiles: [confidential], logins: [ended], lockedSecrets: ['demo'] }),
  popup('code-login-gone', [codeAlone()]),
  popup('code-cancelled', [overAnswer('state_cancelled')]),
  popup('code-answered-before', [overAnswer('state_used'), exchanged({ id: 'first' })]),
  popup('state-replayed', [exchanged(), { ...overAnswer('state_used'), frame: 'sub' }]),
  popup(
    'code-no-access',
    [
      codeAlone({
        profileId: staging.id,
        callback: staging.callback,
        events: [
          { at: noon - 19_000, kind: 'code_not_exchanged', detail: 'Access to id.example.com is not allowed yet.' },
        ],
      }),
    ],
    {
      profiles: [elsewhere],
      logins: [{ ...ended, profileId: staging.id }],
      refused: ['https://id.example.com/*'],
    },
  ),
  popup('exchange-spent', [failedExchange(refused({ error: 'invalid_grant' }), { capturedAt: noon - 420_000 })]),
  popup('exchange-needs-secret', [
    failedExchange(refused({ error: 'invalid_client', description: 'invalid_client_secret' })),
  ]),
  popup('exchange-other-redirect', [
    failedExchange(refused({ error: 'unauthorized_client', description: 'invalid_redirect' })),
  ]),
  popup('exchange-too-often', [failedExchange(refused({ status: 429, retryAfter: 49 }))]),
  popup('exchange-html', [
    failedExchange(
      refused({
        status: 502,
        contentType: 'text/html',
        body: '<html>\n<head><title>502 Bad Gateway</title></head>\n<body><img src=x onerror=alert(1)></body>\n</html>',
      }),
    ),
  ]),
  popup('exchange-unreachable', [failedExchange(lostBy('unreachable'))], { refused: [`${domain}/*`] }),
  popup('exchange-timeout', [failedExchange(lostBy('timeout'))]),
  popup('exchange-interrupted', [failedExchange(lostBy('interrupted'))]),
];

const refreshStates: State[] = [
  popup('refresh-token', [exchanged()], { press: '3' }),
  popup('refresh-rotated', [rotated], { press: '3' }),
  popup('refreshing', [exchanged({ tokenCall: { grant: 'refresh_token', sentAt: noon - 1000 } })], { press: '3' }),
  popup('refresh-dead', [exchanged({ deadRefreshToken: { at: noon - 60_000, why: 'invalid_grant' } })], { press: '3' }),
  popup(
    'refresh-revoked',
    [
      exchanged({
        deadRefreshToken: { at: noon - 60_000, why: 'revoked' },
        revocation: { token: 'refresh_token', at: noon - 60_000, status: 200 },
      }),
    ],
    { press: '3' },
  ),
  popup(
    'revoke-refused',
    [
      exchanged({
        revocation: { token: 'refresh_token', at: noon - 60_000, status: 400, error: 'invalid_request' },
      }),
    ],
    { press: '3' },
  ),
  popup('refresh-interrupted', [exchanged({ tokenFailure: lost })]),
  popup('refresh-blocked', [refreshBlocked]),
  popup('expired-refreshable', [exchanged({ tokens: lateTokens, expiresAt: seconds - 720 })]),
  popup('expired-refreshing', [
    exchanged({
      tokens: lateTokens,
      expiresAt: seconds - 720,
      tokenCall: { grant: 'refresh_token', sentAt: noon - 1000 },
    }),
  ]),
  popup('refresh-refused', [
    exchanged({
      verdicts: [
        ...exchanged().verdicts,
        {
          ...{ check: 'token_response', result: 'fail', token: 'refresh_token', from: 'token_endpoint' },
          ...{ expected: 'tokens', actual: 'invalid_grant' },
        },
      ],
      tokenFailure: refused({ grant: 'refresh_token', error: 'invalid_grant' }),
      deadRefreshToken: { at: noon - 19_000, why: 'invalid_grant' },
    }),
  ]),
  popup('expired-dead', [
    exchanged({
      tokens: lateTokens,
      expiresAt: seconds - 720,
      deadRefreshToken: { at: noon - 60_000, why: 'invalid_grant' },
    }),
  ]),
  popup(
    'access-token-revoked',
    [
      exchanged({
        profileId: staging.id,
        callback: staging.callback,
        deadAccessToken: { at: noon - 60_000 },
        revocation: { token: 'access_token', at: noon - 60_000, status: 200 },
      }),
    ],
    { profiles: [elsewhere], press: '2' },
  ),
  popup('refresh-no-access', [exchanged({ profileId: staging.id, callback: staging.callback, tokenCalls: [] })], {
    profiles: [elsewhere],
    press: '3',
    refused: ['https://id.example.com/*'],
  }),
  popup(
    'refresh-waits',
    [exchanged({ tokenFailure: refused({ grant: 'refresh_token', status: 429, retryAfter: 49 }) })],
    { press: '3' },
  ),
  popup('revocable-access-token', [exchanged({ profileId: staging.id, callback: staging.callback })], {
    profiles: [elsewhere],
    press: '2',
  }),
];

const freshStates: State[] = [
  fresh('looking', 'looking'),
  fresh('refreshing', 'refreshing'),
  fresh('renewing', 'renewing', { reason: 'The refresh token was refused (invalid_grant).' }),
  fresh('signing-in', 'signing_in'),
  fresh('copied', 'copied', { way: 'still_good' }),
  fresh('refreshed', 'copied', { way: 'refreshed' }),
  fresh('failed', 'failed', { reason: 'The sign-in was cancelled.' }),
];

export const tokensStates: readonly State[] = [
  ...exchangeStates,
  ...refreshStates,
  ...freshStates,
  popup('client-token', [clientOwn(noon - 60_000)], { profiles: [clientAlone], secretsOf: ['demo'] }),
  popup('client-token-refresh-tab', [clientOwn(noon - 60_000)], { profiles: [confidential], press: '3' }),
  popup('no-session', [noSession]),
  popup('no-session-before', [noSession, exchanged()]),
  { ...popup('page-no-session', [noSession, exchanged()]), width: 'page', route: '#captures/no-session' },
  { ...popup('page-exchanged', [rotated, noSession]), width: 'page', route: '#captures' },
  { ...popup('page-refresh', [rotated]), width: 'page', route: '#captures', press: '3' },
  popup('signing-in-twice', [exchanged()], {
    logins: [login, { ...login, state: 'another', startedAt: noon - 120_000 }],
  }),
  popup('renewing-silently', [exchanged()], { logins: [{ ...login, silent: true }] }),
];

function lostBy(kind: Exclude<Failure['kind'], 'refused'>): Failure {
  return { grant: 'authorization_code', at: noon - 10_000, kind };
}

/** An answer to a login of ours that is over. */
function overAnswer(kind: 'state_cancelled' | 'state_used'): Capture {
  const events = [{ at: noon - 20_000, kind }];
  return withoutRequest(codeAlone({ id: 'over', startedHere: false, events }));
}

function withoutRequest({ request: _, ...rest }: Capture): Capture {
  return rest;
}

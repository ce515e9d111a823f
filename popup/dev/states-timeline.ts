import type { Capture, Profile } from '../../src/protocol/records.ts';
import { mintEncrypted } from './mint.ts';
import { answer, capture, noon, profile, tokens } from './sample.ts';
import type { State } from './states.ts';

type Events = Capture['events'];

const domain = 'https://claimcheck-demo.auth.us-east-1.amazoncognito.com';
const byCode: Profile = { ...profile, responseType: 'code' };
const at = noon - 180_000;
const request = {
  ...{ responseType: 'token', scopes: profile.scopes, redirectUri: profile.callback },
  ...{ state: 'MeArjk4pLBmNjKsG', nonce: 'ArNFf9ejmqpq9svXidfjnsYmjuRN-xy9' },
};
const codeRequest = { ...request, responseType: 'code', pkce: 'S256' as const };
const started: Events = [
  { at: at - 12_800, kind: 'login_started', detail: `${domain}/oauth2/authorize` },
  { at: at - 12_400, kind: 'login_page', detail: `${domain}/login` },
];
const captured: Events = [{ at, kind: 'captured' }];
const judged: Events = [
  { at: at + 96, kind: 'metadata_fetched', detail: 'cognito-idp.us-east-1.amazonaws.com' },
  { at: at + 180, kind: 'keys_fetched', detail: '2 from cognito-idp.us-east-1.amazonaws.com, 84 ms' },
  { at: at + 210, kind: 'checked', detail: '41 passed, 1 not checked' },
];
const again = { at: noon - 4000, kind: 'refreshed', detail: '200, 96 ms' };
const codeEvents: Events = [
  ...started,
  { at: at - 6100, kind: 'login_page', detail: `${domain}/mfa/…` },
  ...captured,
  { at: at + 30, kind: 'keys_cached', detail: '2 from cognito-idp.us-east-1.amazonaws.com, 12900 ms old' },
  { at: at + 60, kind: 'checked', detail: '9 passed' },
  { at: at + 400, kind: 'code_exchanged', detail: '200, 120 ms' },
  { at: at + 480, kind: 'checked', detail: '41 passed, 1 not checked' },
];
const called: Events = [{ at: noon - 2000, kind: 'userinfo', detail: '200, 142 ms' }];
const code: Partial<Capture> = {
  source: 'query',
  params: [
    ['code', '0f3c7d8e-7c2b-4c8e-9f31-2a5d1b6f4e90'],
    ['state', request.state],
  ],
  tokens: { ...tokens, refresh_token: mintEncrypted({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' }) },
  request: codeRequest,
  tokenCalls: [{ grant: 'authorization_code', at: at + 400, status: 200 }],
  tokenAnswer: { grant: 'authorization_code', at: at + 400, status: 200, durationMs: 120, body: '{"access_token":""}' },
};
const refused: Events = [{ at: noon - 3000, kind: 'refresh_failed', detail: '400, 88 ms' }];
const failure = {
  grant: 'refresh_token',
  at: noon - 3000,
  kind: 'refused',
  status: 400,
  error: 'invalid_grant',
} as const;
const { request: _, ...ofAnApp } = capture({ startedHere: false, events: captured });

/** Timelines of logins that went different ways. */
export const timelineStates: readonly State[] = [
  timeline('page-timeline', { events: [...started, ...captured, ...judged, ...called], userinfo: answer() }),
  timeline('page-timeline-code', { ...code, events: [...codeEvents, ...called, again], userinfo: answer() }, byCode),
  timeline(
    'page-timeline-refused',
    {
      ...code,
      events: [...codeEvents, ...refused, { at: noon - 1000, kind: 'signed_out' }],
      tokenFailure: failure,
      deadRefreshToken: { at: noon - 3000, why: 'invalid_grant' },
    },
    byCode,
  ),
  timeline('page-timeline-error', {
    error: { error: 'invalid_scope', description: 'invalid_scope' },
    tokens: {},
    source: 'query',
    params: [
      ['error', 'invalid_scope'],
      ['state', request.state],
    ],
    verdicts: [{ check: 'error_response', result: 'fail', actual: 'invalid_scope' }],
    events: [...started, ...captured, { at: at + 90, kind: 'checked', detail: '1 failed' }],
  }),
  timeline('page-timeline-intercepted', {
    intercepted: true,
    events: [
      ...started,
      ...captured,
      { at, kind: 'intercepted' },
      ...judged,
      { at: at + 900, kind: 'history_deleted' },
    ],
  }),
  timeline('page-timeline-silent', {
    silent: true,
    request: { ...request, prompt: 'none' },
    events: [...started.slice(0, 1), ...captured, ...judged, { at: at + 300, kind: 'tab_closed' }],
  }),
  timeline('page-timeline-no-keys', {
    events: [
      ...started,
      ...captured,
      { at: at + 80, kind: 'metadata_failed', detail: 'unreachable' },
      { at: at + 80, kind: 'keys_failed', detail: 'timeout' },
      { at: at + 5090, kind: 'checked', detail: '30 passed, 4 not checked' },
    ],
  }),
  timeline('page-timeline-pasted', { ...ofAnApp, origin: 'pasted', callback: '', events: [{ at, kind: 'pasted' }] }),
  timeline('page-timeline-replayed', {
    ...ofAnApp,
    replays: [31_000, 40_000, 45_000].map((later) => ({ at: at + later })),
    events: [...captured, ...judged, { at: at + 50_000, kind: 'from_a_newer_version', detail: '<b>bold</b>' }],
  }),
  { ...timeline('timeline', { events: [...started, ...captured, ...judged] }), width: 'popup' },
];

function timeline(name: string, over: Partial<Capture>, own = profile): State {
  return { name, width: 'page', profiles: [own], captures: [capture({ request, ...over })], route: '#captures' };
}

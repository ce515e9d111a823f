/**
 * The states of the face, as data: what is stored, what the browser allows, and which tab or route is opened.
 * Longer than most files because it is one list.
 */
import type {
  Capture,
  Fresh,
  PendingLogin,
  Profile,
  Recording,
  SentRequest,
  Settings,
} from '../../src/protocol/records.ts';
import type { Notice } from '../../src/store/notices.ts';
import type { Width } from '../host.ts';
import { mint, mintEncrypted, mintText } from './mint.ts';
import { accessClaims, answer, capture, idClaims, login, noon, profile, staging, tokens } from './sample.ts';
import { checksStates } from './states-checks.ts';
import { claimsStates } from './states-claims.ts';
import { compareStates } from './states-compare.ts';
import { copyingStates } from './states-copying.ts';
import { designStates } from './states-design.ts';
import { editorStates } from './states-editor.ts';
import { exportStates } from './states-export.ts';
import { firstStates } from './states-first.ts';
import { historyStates } from './states-history.ts';
import { panelStates } from './states-panel.ts';
import { pasteStates } from './states-paste.ts';
import { recordStates } from './states-record.ts';
import { settingsStates } from './states-settings.ts';
import { shareStates } from './states-share.ts';
import { timelineStates } from './states-timeline.ts';
import { tokensStates } from './states-tokens.ts';
import { trustStates } from './states-trust.ts';

export type State = {
  name: string;
  width: Width;
  profiles: unknown[];
  captures: Capture[];
  privateCaptures?: Capture[];
  /** Whether the face stands in a private window. */
  isPrivate?: true;
  logins?: PendingLogin[];
  notices?: Notice[];
  /** Permissions that are in effect; all of them unless told otherwise. */
  inEffect?: string[];
  /** Permissions and origins that the browser has not granted. */
  refused?: string[];
  /** The key that is pressed once the state stands: `2` shows the access token. */
  press?: string;
  /** What is typed then, into the field that has the focus. */
  types?: string;
  /** The button whose menu is opened then, or that is pressed for what else it does. */
  opens?: string;
  /** The one that is pressed after it: an item of the menu that it opened. */
  opensThen?: string;
  /** The button that gets the focus then. */
  focuses?: string;
  route?: string;
  fresh?: Fresh;
  /** The profiles whose client secret is in memory, and those whose lies encrypted on disk. */
  secretsOf?: string[];
  lockedSecrets?: string[];
  /** A call to userInfo, or an issuer, that never answers. */
  isSilent?: true;
  settings?: Partial<Settings>;
  /** What the extension sent. */
  requests?: SentRequest[];
  /** The documents of issuers that lie in memory. */
  documents?: string[];
  /** What the browser grants though no profile needs it. */
  granted?: { permissions?: string[]; origins?: string[] };
  /** Whether watching was paused by hand. */
  isPaused?: true;
  /** Whether a newer version wrote what lies on disk. */
  isNewer?: true;
  /** What a policy gives. */
  managed?: unknown[];
  /** The profiles that lie in the account the browser syncs with. */
  synced?: string[];
  /** A login that is being watched, or was. */
  recording?: Recording;
  /** The keys for “Fresh token”, where they are not those of the manifest. */
  keys?: string;
  /** Whether the browser is Firefox, which never tells that the screen is locked. */
  isFirefox?: true;
};

const userinfoHost = 'https://claimcheck-demo.auth.us-east-1.amazoncognito.com/*';

function popup(name: string, captures: Capture[], more: Partial<State> = {}): State {
  return { name, width: 'popup', profiles: [profile, staging], captures, ...more };
}

function failed(kind: NonNullable<Capture['userinfoFailure']>['kind']): Capture {
  return capture({ userinfoFailure: { kind, at: noon - 2000 } });
}

const expired = capture({
  capturedAt: noon - 72 * 60_000,
  tokens: {
    id_token: mint(idClaims(noon / 1000 - 72 * 60, 7200)),
    access_token: mint(accessClaims(noon / 1000 - 72 * 60)),
  },
  expiresAt: noon / 1000 - 12 * 60,
});

const errorAnswer = capture({
  id: 'error',
  capturedAt: noon - 3000,
  tokens: {},
  params: [
    ['error_description', 'invalid_scope'],
    ['state', 'MeArjk4pLBmNjKsG'],
    ['error', 'invalid_request'],
  ],
  error: { error: 'invalid_request', description: 'invalid_scope' },
  verdicts: [{ check: 'state', result: 'pass' }],
});

const stopped = capture({
  id: 'stopped',
  capturedAt: noon - 3000,
  source: 'query',
  tokens: {},
  params: [
    ['error', 'redirect_mismatch'],
    ['client_id', profile.clientId],
  ],
  error: { error: 'redirect_mismatch' },
  events: [{ at: noon - 3000, kind: 'provider_error_page' }],
  verdicts: [],
});

const stateFailed = capture({
  id: 'state-failed',
  verdicts: [
    { check: 'state', result: 'fail', expected: 'MeArjk4pLBmNjKsG', actual: 'another-value' },
    { check: 'nonce', result: 'pass', token: 'id_token' },
  ],
});

const notStartedHere = capture({
  startedHere: false,
  verdicts: [
    { check: 'state', result: 'not_checked' },
    { check: 'nonce', result: 'not_checked', token: 'id_token' },
  ],
});
delete notStartedHere.request;

const renewed = capture({ id: 'renewed', frame: 'sub', startedHere: false, capturedAt: noon - 60_000 });
const renewedBefore = { ...renewed, id: 'renewed-before', capturedAt: noon - 1_500_000 };
const other = capture({
  id: 'private',
  capturedAt: noon - 90_000,
  tokens: { id_token: mint({ ...idClaims(), 'cognito:username': 'grace.abara' }), access_token: tokens.access_token },
});

const intercepting: Profile = { ...profile, intercept: true, watchRequests: true, cleanUp: ['history', 'address'] };
const unreachable: Profile = { ...profile, callback: 'http://dev.internal/callback', intercept: true };

const cleanUpRefused = ['history', 'scripting', 'http://localhost/*'];

function cleanedUp(...kinds: string[]): Capture {
  return capture({ events: kinds.map((kind) => ({ at: noon - 177_000, kind })) });
}

const opaque = { ...tokens, access_token: '2YotnFZFEjr1zCsicMWpAA7fXq0NbV9kLz3sHd5tGw8' };
const encrypted = { ...tokens, access_token: mintEncrypted({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' }) };
const broken = {
  ...tokens,
  id_token: `${tokens.id_token.slice(0, 60)} ${tokens.id_token.slice(60)}`.replace(/.$/, '='),
  access_token: mintText('{"alg":"RS256"}', '{"sub":"5458d4e8","iss":"https://cogn'),
};

const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const hostile = {
  id_token: mintText(
    '{"alg":"RS256"}',
    JSON.stringify({
      ...idClaims(),
      name: 'Ada\u202Erofako\u202C <b>bold</b> <img src=x onerror=alert(1)>',
      nickname: 'zero\u200Bwidth\u2066and\u0000null',
      'custom:plan': '',
      'custom:note': 'x'.repeat(50_000),
      'custom:list': Array.from({ length: 300 }, (_, index) => `group-${index}`),
      picture: 'javascript:alert(1)',
      website: 'https://example.com/'.concat('a'.repeat(300)),
      address: { street_address: '1 Main Street', locality: 'Springfield' },
      'a\u202Ename': 'of a claim',
      updated_at: 9e300,
      nbf: 'not a number',
      empty_list: [],
      nothing: null,
    }).replace('"nothing":null', `"nothing":null,"deep":${deep}`),
  ),
  access_token: tokens.access_token,
};

const refusedHeader =
  'error="invalid_token", error_description="Access token is expired, disabled, or deleted, or the user has globally signed out."';

const formPost: Profile = { ...staging, responseType: 'token', responseMode: 'form_post', watchRequests: true };
const endsHere: Profile = { ...staging, responseType: 'token', intercept: true, cleanUp: ['history', 'address'] };
const beyondWatching = [
  ...['webRequest', 'declarativeNetRequestWithHostAccess', 'history', 'scripting'],
  'https://staging.example.com/*',
];

export const states: readonly State[] = [
  { name: 'empty', width: 'popup', profiles: [], captures: [] },
  popup('nothing-yet', []),
  popup('not-allowed', [], { refused: ['webNavigation'] }),
  popup('signing-in', [], { logins: [login] }),
  popup('checking', [unjudged(capture({ capturedAt: noon - 1000 }))]),
  popup('captured', [capture()]),
  popup('captured-access', [capture()], { press: '2' }),
  popup('captured-refresh-none', [capture()], { press: '3' }),
  popup('not-started-here', [notStartedHere]),
  popup('expires-soon', [
    capture({
      tokens: { access_token: mint(accessClaims(noon / 1000 - 3180)) },
      scope: 'aws.cognito.signin.user.admin',
    }),
  ]),
  popup('no-access-token', [capture({ tokens: { id_token: tokens.id_token } })]),
  popup('no-userinfo-endpoint', [capture()], {
    profiles: [{ ...profile, endpoints: { authorization: profile.endpoints.authorization } }],
  }),
  popup('calling', [capture()], { press: 'u', isSilent: true }),
  popup('userinfo', [capture({ userinfo: answer() })]),
  popup('userinfo-other-user', [
    capture({ userinfo: answer({ body: '{"sub":"9f0c","email":"eve@example.com","locale":"en"}' }) }),
  ]),
  popup('userinfo-refused', [
    capture({
      userinfo: answer({
        status: 401,
        body: '{"error":"invalid_token"}',
        durationMs: 96,
        wwwAuthenticate: refusedHeader,
      }),
    }),
  ]),
  popup('userinfo-reason-hidden', [capture({ userinfo: answer({ status: 401, body: '', durationMs: 96 }) })], {
    refused: [userinfoHost],
  }),
  popup('userinfo-forbidden', [
    capture({
      userinfo: answer({ status: 403, body: '', wwwAuthenticate: 'Bearer error="insufficient_scope", scope="openid"' }),
    }),
  ]),
  popup('userinfo-server-error', [
    capture({
      userinfo: answer({ status: 503, body: 'upstream connect error or disconnect', contentType: 'text/plain' }),
    }),
  ]),
  popup('userinfo-html', [
    capture({
      userinfo: answer({
        body: '<!doctype html>\n<html>\n<title>Sign in</title>\n<script>alert(1)</script>\n<h1>Company portal</h1>\n</html>',
        contentType: 'text/html',
      }),
    }),
  ]),
  popup('userinfo-timeout', [{ ...failed('timeout'), userinfo: answer({ at: noon - 60_000 }) }]),
  popup('userinfo-unreachable', [failed('unreachable')], { refused: [userinfoHost] }),
  popup('userinfo-blocked', [failed('blocked_scheme')]),
  popup('userinfo-redirect', [failed('redirect')]),
  popup('expired', [expired]),
  popup('opaque', [capture({ tokens: opaque })], { press: '2' }),
  popup('encrypted', [capture({ tokens: encrypted })], { press: '2' }),
  popup('broken', [capture({ tokens: broken })]),
  popup('broken-payload', [capture({ tokens: broken })], { press: '2' }),
  popup('state-failed', [stateFailed]),
  popup('error-answer', [errorAnswer]),
  popup('error-page', [stopped]),
  popup('error-page-elsewhere', [{ ...stopped, startedHere: false }]),
  popup('refused-too-large', [
    capture({
      tokens: { access_token: tokens.access_token },
      events: [
        { at: noon - 180_000, kind: 'refused', detail: 'id_token has 1,204,311 characters; 262,144 are the limit.' },
      ],
    }),
  ]),
  popup('misfit-profiles', [capture()], { profiles: [profile, { id: 7 }, 'not a profile'] }),
  popup('not-kept', [capture()], {
    notices: [{ kind: 'not_kept', at: noon - 30_000, callback: profile.callback }],
  }),
  popup('waits-for-room', [capture()], { notices: [{ kind: 'not_kept', at: noon - 30_000, callback: '' }] }),
  popup('odd-answer', [
    capture({
      events: [
        { at: noon - 180_000, kind: 'captured' },
        { at: noon - 180_000, kind: 'leading_question_mark' },
        { at: noon - 180_000, kind: 'empty_parameter', detail: 'scope' },
        { at: noon - 180_000, kind: 'not_utf8', detail: 'note' },
        { at: noon - 180_000, kind: 'two_places', detail: 'code, state' },
      ],
    }),
  ]),
  popup('in-a-frame', [renewed, capture(), renewedBefore]),
  popup('only-in-a-frame', [renewed, renewedBefore]),
  popup('private', [capture()], { privateCaptures: [other], isPrivate: true }),
  popup('private-nothing-yet', [capture()], { isPrivate: true }),
  popup('intercepted', [capture({ intercepted: true })]),
  popup('intercepting', [], { profiles: [intercepting], logins: [{ ...login, intercept: 'ready' }] }),
  popup('intercept-refused', [], { profiles: [intercepting], logins: [{ ...login, intercept: 'refused' }] }),
  popup('not-cleaned', [capture()], { refused: cleanUpRefused }),
  popup('cleaned', [cleanedUp('history_deleted', 'address_cleaned')]),
  popup('form-post', [capture({ source: 'form_post' })]),
  popup('lacks', [], { profiles: [intercepting], refused: ['webRequest', ...cleanUpRefused] }),
  popup('lacks-for-good', [], { profiles: [unreachable] }),
  popup('lacks-a-restart', [], { profiles: [intercepting], inEffect: [] }),
  popup('lacks-in-private', [], { profiles: [intercepting], isPrivate: true }),
  popup('evicted', [capture()], {
    notices: [
      { kind: 'evicted', at: noon - 30_000, detail: '3', callback: '' },
      {
        kind: 'too_large',
        at: noon - 31_000,
        detail: 'It had 2,204,311 characters; the limit is 2,097,152.',
        callback: profile.callback,
      },
    ],
  }),
  popup('flagged-answer', [
    capture({
      source: 'query',
      params: [...capture().params, ['iss', 'https://id.example.com'], ['x_trace', '7c1e'], ['refresh_token', '']],
      tokens: { ...tokens, refresh_token: 'eyJjdHkiOiJKV1QifQ' },
      verdicts: [{ check: 'token_in_query', result: 'fail' }, ...capture().verdicts],
      events: [
        { at: noon - 180_000, kind: 'refresh_token_in_address' },
        { at: noon - 180_000, kind: 'state_repeated' },
      ],
    }),
  ]),
  popup('error-in-query', [{ ...errorAnswer, source: 'query', events: [{ at: noon - 3000, kind: 'error_in_query' }] }]),
  popup('code-only', [
    capture({ tokens: {}, verdicts: [{ check: 'state', result: 'pass' }], params: [['code', 'x']] }),
  ]),
  popup('long-values', [capture({ tokens: hostile })]),
  page(
    'page-captures',
    [capture({ userinfo: answer() }), { ...expired, id: 'expired' }, errorAnswer, staged()],
    '#captures',
  ),
  page('page-expired', [capture(), { ...expired, id: 'expired' }], '#captures/expired'),
  page('page-error', [errorAnswer], '#captures'),
  {
    ...page('page-frames-private', [renewed, capture(), renewedBefore, staged()], '#captures', cleanUpRefused),
    privateCaptures: [other, { ...renewed, id: 'private-renewed', capturedAt: noon - 80_000 }],
  },
  { ...page('page-private-capture', [capture()], '#captures/private'), privateCaptures: [other] },
  { ...page('page-private-window', [capture()], '#captures'), privateCaptures: [other], isPrivate: true },
  page('page-not-cleaned', [cleanedUp('history_not_found', 'address_not_cleaned')], '#captures'),
  page('page-lacks', [capture()], '#captures', ['webRequest', ...cleanUpRefused], [intercepting]),
  page('page-nothing-yet', [], '#captures'),
  page('page-not-allowed', [], '#captures', ['webNavigation']),
  page('page-profile', [capture()], '#profiles/demo'),
  page('page-profile-new', [], '#profiles/new', [], []),
  page('page-profile-form-post', [], '#profiles/staging', [], [profile, formPost]),
  page(
    'page-profile-form-post-unwatched',
    [],
    '#profiles/staging',
    [],
    [profile, { ...formPost, watchRequests: false, cleanUp: ['history'] }],
  ),
  page('page-profile-intercept', [], '#profiles/staging', beyondWatching, [profile, endsHere]),
  page('page-profile-all-refused', [], '#profiles/staging', ['webNavigation', ...beyondWatching], [profile, endsHere]),
  page(
    'page-profile-custom-scheme',
    [],
    '#profiles/staging',
    ['webRequest', 'https://id.example.com/*'],
    [profile, { ...staging, callback: 'com.example.orders:/signed-in', watchRequests: true, intercept: true }],
  ),
  page(
    'page-profile-plain-http',
    [],
    '#profiles/staging',
    [],
    [profile, { ...endsHere, callback: 'http://staging.example.com./signed-in' }],
  ),
  ...checksStates,
  ...claimsStates,
  ...editorStates,
  ...pasteStates,
  ...tokensStates,
  ...recordStates,
  ...settingsStates,
  ...shareStates,
  ...compareStates,
  ...copyingStates,
  ...designStates,
  ...exportStates,
  ...firstStates,
  ...historyStates,
  ...panelStates,
  ...timelineStates,
  ...trustStates,
];

function page(
  name: string,
  captures: Capture[],
  route: string,
  refused: string[] = [],
  profiles: Profile[] = [profile, staging],
): State {
  return { name, width: 'page', profiles, captures, route, refused };
}

function unjudged({ judgedAt, ...rest }: Capture): Capture {
  return { ...rest, verdicts: [] };
}

function staged(): Capture {
  const claims = { iss: 'https://id.example.com', sub: 'u-1', email: 'qa.viewer@example.com', exp: noon / 1000 + 1000 };
  return {
    ...stateFailed,
    id: 'staged',
    profileId: staging.id,
    capturedAt: noon - 9_000_000,
    callback: staging.callback,
    tokens: { id_token: mint(claims) },
  };
}

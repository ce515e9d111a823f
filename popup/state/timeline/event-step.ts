import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { summarize } from '../checks/verdict-summary.ts';
import { providerName } from '../provider-words.ts';
import { tokenTitle } from '../token/token-names.ts';
import { callDetail, callError, documentFailure, keysDetail } from './event-details.ts';
import { pageDetail, startDetail } from './login-details.ts';
import { plainKinds } from './plain-kinds.ts';
import type { Piece, Step } from './step.ts';

type Event = Capture['events'][number];
type Told = Omit<Step, 'at'>;
type Tell = (event: Event, capture: Capture, profile: Profile | undefined) => Told;

/** What the steps of the capture itself say, and what stands at length in the notes above the claims. */
const toldElsewhere: ReadonlySet<string> = new Set([
  ...['captured', 'pasted', 'sample_minted', 'intercepted'],
  ...['refused', 'ambiguous_profile', 'error_in_query', 'refresh_token_in_address', 'empty_parameter', 'not_utf8'],
  ...['leading_question_mark', 'two_places', 'token_in_query'],
]);

/** The step that an event is told as; undefined for what is told elsewhere. A kind that is not known stands as it is. */
export function eventStep(event: Event, capture: Capture, profile: Profile | undefined): Step | undefined {
  const { at, kind, detail } = event;
  if (toldElsewhere.has(kind)) return undefined;
  const tell = Object.hasOwn(tells, kind) ? tells[kind] : undefined;
  if (tell) return { at, ...tell(event, capture, profile) };
  const known = Object.hasOwn(plainKinds, kind) ? plainKinds[kind] : undefined;
  if (known) return { at, detail: [], ...known };
  return { at, what: { code: kind }, detail: detail === undefined ? [] : [{ code: detail }] };
}

const brought = (what: string): Tell => {
  return (event, capture) => ({ what, detail: [callDetail(event, capture)], tone: 'pass' });
};
const failed = (what: string): Tell => {
  return (event, capture) => ({ what, detail: refusal(event, capture), tone: 'fail' });
};

const tells: Record<string, Tell> = {
  login_started: (event, capture) => ({ what: 'Sign-in started', detail: startDetail(event, capture) }),
  login_page: (event, { events }) => ({
    what: events.find(({ kind }) => kind === 'login_page') === event ? 'Login page' : 'Next page',
    detail: pageDetail(event),
  }),
  provider_error_page: (_, { error }, profile) => ({
    what: `Error page of ${profile?.provider === 'cognito' ? providerName(profile) : 'the provider'}`,
    detail: error ? [{ code: error.error }] : [],
    tone: 'fail',
  }),
  metadata_fetched: ({ detail = '' }) => ({ what: 'Metadata fetched', detail: ['From ', { code: detail }] }),
  metadata_failed: ({ detail }) => ({
    what: 'Metadata not fetched',
    detail: [documentFailure(detail)],
    tone: 'warn',
  }),
  keys_fetched: (event) => ({ what: 'Keys fetched', detail: keysDetail(event) }),
  keys_cached: (event) => ({ what: 'Keys at hand', detail: keysDetail(event) }),
  keys_failed: ({ detail }) => ({ what: 'Keys not fetched', detail: [documentFailure(detail)], tone: 'fail' }),
  checked,
  userinfo: (event, capture) => {
    const isRefused = Number.parseInt(event.detail ?? '', 10) >= 400;
    return { what: 'userInfo called', detail: refusal(event, capture), ...(isRefused && { tone: 'fail' as const }) };
  },
  userinfo_failed: failed('userInfo called'),
  code_exchanged: brought('Code exchanged'),
  code_exchange_failed: failed('Exchange of the code failed'),
  code_not_exchanged: ({ detail = '' }) => ({ what: 'Code not handed in', detail: [detail], tone: 'warn' }),
  refreshed: brought('Refreshed'),
  refresh_failed: failed('Refresh failed'),
  client_token: brought('Token for the client'),
  client_token_failed: failed('No token for the client'),
  revoked: (event, capture) => ({ what: `${revokedToken(event, capture)} revoked`, detail: refusal(event, capture) }),
  revoke_failed: failed('Revocation failed'),
};

function checked(event: Event, capture: Capture): Told {
  const { events } = capture;
  const isLast = events.findLast(({ kind }) => kind === 'checked') === event;
  const isFirst = events.find(({ kind }) => kind === 'checked') === event;
  const hasFailed = /\bfailed\b/.test(event.detail ?? '');
  const tone = isLast ? summarize(capture).tone : hasFailed ? 'fail' : 'skip';
  return {
    what: isFirst ? 'Checked' : 'Checked again',
    detail: [event.detail ?? ''],
    ...(tone !== 'skip' && { tone }),
  };
}

function refusal(event: Event, capture: Capture): Piece[] {
  const error = callError(event, capture);
  return [callDetail(event, capture), ...(error === undefined ? [] : [', ', { code: error }])];
}

function revokedToken({ at }: Event, { revocation }: Capture): string {
  return revocation?.at === at ? tokenTitle[revocation.token] : 'Token';
}

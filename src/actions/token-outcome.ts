import type { Fetched } from '../protocol/fetched.ts';
import { isOutcomeUnknown } from '../protocol/lost-refresh.ts';
import type { Capture, Grant } from '../protocol/records.ts';
import { parseRetryAfter } from '../protocol/retry-after.ts';
import { originOf } from '../protocol/token-access.ts';
import { blankTokens, type PackedAnswer, packTokenAnswer } from '../protocol/token-answer.ts';
import { withoutSecrets } from '../protocol/without-secrets.ts';
import { parseTokenResponse } from '../verify/token-response/answer.ts';
import { readError } from './read-error.ts';
import { tokenEvents } from './token-events.ts';
import { withNewTokens } from './with-new-tokens.ts';

/**
 * A call of the token endpoint that has ended. `at` in milliseconds; `secrets`: what was sent; `endpoint`: where to;
 * `hadAccess`: whether the browser would have let us read any answer there.
 */
export type EndedCall = {
  grant: Grant;
  fetched: Fetched;
  at: number;
  secrets: readonly string[];
  endpoint?: string;
  hadAccess?: boolean;
};

type Failure = NonNullable<Capture['tokenFailure']>;

/** In characters: more of what is no token answer is not kept. */
const longestBody = 16_384;

/**
 * The capture with what a call of the token endpoint brought: tokens in the place of those before, else why there are
 * none. One change, so that it is stored whole or not at all.
 */
export function withTokenOutcome(capture: Capture, call: EndedCall): Capture {
  const { grant, fetched, at, secrets, endpoint, hadAccess = false } = call;
  if (!fetched.ok) return withTokenFailure(capture, { kind: fetched.kind, grant, at });
  const { status, durationMs, headers, body } = fetched;
  const contentType = headers.get('content-type') ?? undefined;
  const cacheControl = headers.get('cache-control') ?? undefined;
  const answer = {
    grant,
    at,
    status,
    durationMs,
    ...(contentType !== undefined && { contentType }),
    ...(cacheControl !== undefined && { cacheControl }),
    ...(endpoint !== undefined && { endpoint: originOf(endpoint) }),
  };
  const answered = { grant, at, status, ...(hadAccess && { hadAccess }) };
  const called = { ...capture, tokenCalls: [...capture.tokenCalls, answered] };
  const isTokens = parseTokenResponse({ ...answer, body }).kind === 'tokens';
  const packed = isTokens ? packTokenAnswer(body, at) : undefined;
  if (packed) return withNewTokens(called, withoutSent(packed, secrets), answer);
  const retryAfter = parseRetryAfter(headers.get('retry-after'), at);
  return withTokenFailure(called, {
    ...answer,
    kind: 'refused',
    body: withoutSecrets(blankTokens(body).slice(0, longestBody), secrets),
    ...readError(body, secrets),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** What a provider repeats of a request among what it says of the tokens is not kept. */
function withoutSent({ body, tokenType, scope, ...packed }: PackedAnswer, secrets: readonly string[]): PackedAnswer {
  return {
    ...packed,
    body: withoutSecrets(body, secrets),
    ...(tokenType !== undefined && { tokenType: withoutSecrets(tokenType, secrets) }),
    ...(scope !== undefined && { scope: withoutSecrets(scope, secrets) }),
  };
}

/** The capture with the reason why a call brought no tokens. Those that it has stay. */
export function withTokenFailure(capture: Capture, failure: Failure): Capture {
  const { tokenCall: _, judgedAt: __, ...rest } = capture;
  const { grant, at, kind, status, durationMs, error } = failure;
  const detail = status === undefined ? kind : `${status}, ${durationMs ?? 0} ms`;
  const isDead = grant === 'refresh_token' && error === 'invalid_grant';
  const isLost = grant === 'refresh_token' && isOutcomeUnknown(failure);
  return {
    ...rest,
    verdicts: [],
    tokenFailure: failure,
    events: [...capture.events, { at, kind: tokenEvents[grant].failed, detail }],
    ...(isDead && { deadRefreshToken: { at, why: 'invalid_grant' as const } }),
    ...(isLost && { lostRefresh: { at } }),
  };
}

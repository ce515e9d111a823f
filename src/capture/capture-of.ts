import { type Answer, repeatedNames, single } from '../protocol/answer.ts';
import { encodeBase64url } from '../protocol/base64url.ts';
import { withoutAnswer } from '../protocol/callback-match.ts';
import { loginPageOf } from '../protocol/login-page.ts';
import { type Capture, type PendingLogin, tokenNames } from '../protocol/records.ts';
import { errorOfPage } from '../provider/error-page.ts';
import type { Arrival } from './arrival.ts';
import type { Matched } from './matched.ts';
import { ownCallback } from './own-callback.ts';
import { remarksOn } from './remarks.ts';

/**
 * The id of a capture is made from the profile and the decoded pairs (SHA-256), so that the same answer is the same
 * capture however often it is reported, and taking it in twice changes nothing. In a private window it is another one.
 */
export async function captureId(
  profileId: string,
  answer: Answer,
  refused: Arrival['refused'],
  isPrivate: boolean,
): Promise<string> {
  const text = JSON.stringify([profileId, answer.pairs, refused, ...(isPrivate ? ['private'] : [])]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return encodeBase64url(new Uint8Array(digest)).slice(0, 27);
}

type Found = Matched & { login: PendingLogin | undefined };

/** A new capture, not judged yet. A token's value stands in `tokens` alone; of one that came twice, neither is taken. */
export function captureOf(found: Found): Capture {
  const { id, profile, answer, arrival, login, isErrorPage, isIntercepted } = found;
  const at = Math.round(arrival.at);
  const repeated = new Set(repeatedNames(answer.pairs));
  const tokens: Capture['tokens'] = {};
  for (const name of tokenNames) {
    const value = single(answer.pairs, name);
    if (value !== undefined) tokens[name] = value;
  }
  const params = answer.pairs.map(([name, value]): [string, string] =>
    Object.hasOwn(tokens, name) && !repeated.has(name) ? [name, ''] : [name, value],
  );
  const text = (name: string) => single(answer.pairs, name);
  const seconds = text('expires_in');
  const isNumber = seconds !== undefined && /^\d{1,12}$/.test(seconds.trim());
  const error = isErrorPage ? errorOfPage(answer.pairs) : errorIn(text);
  const tokenType = text('token_type');
  const scope = text('scope');
  return {
    id,
    profileId: profile.id,
    capturedAt: at,
    startedHere: login !== undefined,
    source: answer.source,
    callback: isErrorPage
      ? (login?.request.redirectUri ?? profile.callback)
      : withoutAnswer(arrival.url, ownCallback(profile, login, arrival.url)),
    frame: arrival.frameId === 0 ? 'main' : 'sub',
    params,
    tokens,
    ...(tokenType !== undefined && { tokenType }),
    ...(scope !== undefined && { scope }),
    ...(isNumber && { expiresAt: Math.floor(at / 1000) + Number(seconds) }),
    ...(error && { error }),
    ...(login && { request: { ...login.request, state: login.state, nonce: login.nonce } }),
    verdicts: [],
    tokenCalls: [],
    replays: [],
    events: [
      ...(login ? loginEvents(login) : []),
      { at, kind: isErrorPage ? 'provider_error_page' : 'captured' },
      ...(isIntercepted ? [{ at, kind: 'intercepted' }] : []),
      ...remarksOn(found),
    ],
    ...(login?.silent && { silent: true as const }),
    ...(isIntercepted && { intercepted: true as const }),
  };
}

/** How the login began, and where its tab was seen until it ended. */
function loginEvents({ startedAt, authorizeUrl, pages = [] }: PendingLogin): Capture['events'] {
  const page = loginPageOf(authorizeUrl);
  return [
    { at: startedAt, kind: 'login_started', ...(page !== undefined && { detail: page }) },
    ...pages.map((one) => ({ at: one.at, kind: 'login_page', detail: one.page })),
  ];
}

function errorIn(text: (name: string) => string | undefined): Capture['error'] {
  const error = text('error');
  const description = text('error_description');
  const uri = text('error_uri');
  if (error === undefined) return undefined;
  return { error, ...(description !== undefined && { description }), ...(uri !== undefined && { uri }) };
}

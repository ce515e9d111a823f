/**
 * Why a call to the token endpoint brought nothing, and what to do. Longer than most files because the ways in which it can
 * fail are read best in one list.
 */
import { afterLostRefresh } from '../../../src/protocol/lost-refresh.ts';
import type { Capture, Grant, Profile } from '../../../src/protocol/records.ts';
import { explainErrorAt } from '../../../src/provider/explain-error.ts';
import { statusWords } from '../capture/status-words.ts';
import { hostOf, providerName } from '../provider-words.ts';
import { clockTime, stretch } from '../time-words.ts';
import { tokenEndpointOf } from './token-endpoint.ts';

export type TokenFailure = NonNullable<Capture['tokenFailure']>;

export type TokenFailureWords = {
  heading: string;
  /** What happened and what it means, a paragraph each. */
  meaning: string[];
  todo: string;
  consolePath?: string[];
  /** The provider's own error, and the beginning of an answer that is none. Text from outside. */
  own?: { error?: string; description?: string };
  excerpt?: string;
  /** Access to the host might tell the reason. */
  mayNeedAccess?: true;
  /** What to change stands in the profile. */
  isInProfile?: true;
};

/** Cognito's codes are good for five minutes, in milliseconds. */
const codeLifetime = 300_000;
/** So many lines of an answer that is no token answer are shown. */
const mostLines = 6;

/** Why a call to the token endpoint brought no tokens, and what to do. `now` in milliseconds. */
export function tokenFailureWords(
  failure: TokenFailure,
  { capturedAt, request }: Pick<Capture, 'capturedAt' | 'request'>,
  profile: Profile | undefined,
  now: number,
): TokenFailureWords {
  if (failure.kind !== 'refused') return lostWords(failure, profile, failure.kind);
  if (failure.status === 429) return busyWords(failure, profile, now);
  if (failure.error === undefined) return formlessWords(failure, profile);
  const { grant, error, description, status, at } = failure;
  const seen = {
    error,
    names: [grant],
    ...(description !== undefined && { description }),
    ...(status !== undefined && { status }),
  };
  const { meaning, ...words } = explainErrorAt('token', seen, profile);
  const age = at - capturedAt;
  const isCode = grant === 'authorization_code';
  const isLate = isCode && error === 'invalid_grant' && profile?.provider === 'cognito' && age > codeLifetime;
  return {
    ...words,
    meaning: [
      meaning,
      isLate ? `The code was ${stretch(age)} old when it was sent. Cognito’s are good for 5 minutes.` : '',
      error === 'invalid_client' && profile ? secretHint(profile) : '',
      error === 'unauthorized_client' && isCode && request
        ? `The redirect_uri that was sent: ${request.redirectUri}`
        : '',
    ].filter((part) => part !== ''),
    own: { error, ...(description !== undefined && { description }) },
    ...(error === 'invalid_client' && { isInProfile: true }),
  };
}

function secretHint({ clientAuth }: Profile): string {
  return clientAuth === 'none'
    ? 'The profile sends no secret. If the client has one, choose in the profile how it is sent, and enter it.'
    : 'The profile sends a secret. A public client has none and may be refused for one: then choose “None” in the profile.';
}

/** By the clock, without a countdown: the note is read out each time that its words change. */
function busyWords(
  { grant, at, retryAfter }: TokenFailure,
  profile: Profile | undefined,
  now: number,
): TokenFailureWords {
  const until = retryAfter === undefined ? undefined : at + retryAfter * 1000;
  const todo =
    until === undefined
      ? `It does not say for how long. Wait a minute, then ${retry[grant]}.`
      : until > now
        ? `Wait until ${clockTime(until, now)}, then ${retry[grant]}.`
        : `The time that it named has passed: ${retry[grant]}.`;
  return {
    heading: `${providerName(profile)} was asked too often`,
    meaning: ['It answered 429 Too Many Requests, and did not look at the request.'],
    todo,
  };
}

/** An answer that is neither tokens nor an error of OAuth: a page of a proxy, a form of its own. */
function formlessWords(failure: TokenFailure, profile: Profile | undefined): TokenFailureWords {
  const { body = '', contentType = '', status = 0, grant } = failure;
  const isPage = /html/i.test(contentType) || /^\s*</.test(body);
  const excerpt = body.trim().split(/\r?\n/).slice(0, mostLines).join('\n');
  const what = isPage ? 'a web page' : status >= 500 ? 'an error of its server' : 'something that is no token answer';
  const host = tokenEndpointOf(profile);
  return {
    heading: `The token endpoint answered with ${what}`,
    meaning: [
      `It answered ${statusWords(status)}${contentType === '' ? '' : `, ${contentType}`}. A token answer is JSON with access_token and token_type (RFC 6749 section 5.1).`,
      left[grant],
    ],
    todo: [
      isPage
        ? `Check the token endpoint of the profile${host === undefined ? '' : `, ${host}`}: a proxy or a login page may stand in front of it.`
        : status < 500
          ? 'Compare the answer with the provider’s documentation of its token endpoint.'
          : grant === 'refresh_token'
            ? 'The fault is on the server’s side.'
            : again(grant, 'The fault is on the server’s side.'),
      ...(grant === 'refresh_token' ? [afterLostRefresh] : []),
    ].join(' '),
    ...(excerpt !== '' && { excerpt }),
    ...(isPage && { isInProfile: true }),
  };
}

/** How it stands after an answer that tells nothing. */
const left: Record<Grant, string> = {
  authorization_code: 'It is not known whether the code is spent.',
  refresh_token: 'The tokens held before stay. It is not known whether the refresh token is used up.',
  client_credentials: 'Nothing is lost by it.',
};

/** A code is never handed in twice, so that it takes a new one. */
const retry: Record<Grant, string> = {
  authorization_code: 'sign in again',
  refresh_token: 'refresh again',
  client_credentials: 'get a token again',
};

function again(grant: Grant, before = ''): string {
  const todo = `${retry[grant].charAt(0).toUpperCase()}${retry[grant].slice(1)} in a moment.`;
  return `${before} ${todo}`.trim();
}

const doubt: Record<Grant, string> = {
  authorization_code: 'It is not known whether the provider used up the code. Sign in again.',
  refresh_token: `It is not known whether the provider used up the refresh token. The tokens held before stay. ${afterLostRefresh}`,
  client_credentials: 'Nothing is lost by it. Get a token again.',
};

const calls: Record<Grant, string> = {
  authorization_code: 'The code was being exchanged',
  refresh_token: 'The tokens were being refreshed',
  client_credentials: 'A token was being asked for',
};

function lostWords(
  { grant, at }: TokenFailure,
  profile: Profile | undefined,
  kind: Exclude<TokenFailure['kind'], 'refused'>,
): TokenFailureWords {
  const endpoint = tokenEndpointOf(profile) ?? '';
  const host = endpoint === '' ? 'The token endpoint' : hostOf(endpoint);
  const words = (heading: string, meaning: string, todo: string) => ({ heading, meaning: [meaning], todo });
  switch (kind) {
    case 'interrupted':
      return words(
        'The worker ended while it waited for the token endpoint',
        `${calls[grant]} at ${clockTime(at, at)}, and the browser stopped the extension meanwhile. Nothing was sent again.`,
        doubt[grant],
      );
    case 'timeout':
      return words(`${host} did not answer within 10 s`, `${calls[grant]}; the call was given up.`, doubt[grant]);
    case 'offline':
      return words('This computer is offline', `${calls[grant]}, and nothing was sent.`, again(grant));
    case 'unreachable':
      return {
        ...words(
          `No answer from ${host} that could be read`,
          'The server is down, the name is not known, or it does not allow calls from other origins (CORS).',
          doubt[grant],
        ),
        mayNeedAccess: true,
      };
    case 'redirect':
      return {
        ...words(
          `${host} answered with a redirect`,
          'It was not followed: code, token or secret would leave for another address.',
          `Put the final address into the profile. ${doubt[grant]}`,
        ),
        isInProfile: true,
      };
    case 'too_large':
      return {
        ...words(
          'The answer is too large: over 256 KB',
          'It was not read to its end.',
          `Check that the token endpoint of the profile is one. ${doubt[grant]}`,
        ),
        isInProfile: true,
      };
    case 'blocked_scheme':
      return {
        ...words(
          'Claimcheck does not send a code, token or secret to this address',
          'It calls https, and plain http only on localhost and 127.0.0.1.',
          'Change the token endpoint of the profile.',
        ),
        isInProfile: true,
      };
  }
}

import { parseObject } from '../protocol/json-strings.ts';
import type { Capture } from '../protocol/records.ts';
import type { PackedAnswer } from '../protocol/token-answer.ts';
import { tokenEvents } from './token-events.ts';

type Answer = Omit<NonNullable<Capture['tokenAnswer']>, 'body'>;

/**
 * The capture with the tokens of an answer in the place of its own. One that the answer does not bring stays (RFC 6749
 * section 6: without a new refresh token the old one still counts); a scope that a refresh does not name is the same.
 */
export function withNewTokens(capture: Capture, packed: PackedAnswer, answer: Answer): Capture {
  const { tokenCall: _, judgedAt: __, tokenFailure: ___, tokenType, scope, expiresAt, ...rest } = capture;
  const { at, grant, status, durationMs } = answer;
  const isRefresh = grant === 'refresh_token';
  const before = packed.tokens.access_token === undefined ? { tokenType, scope, expiresAt } : {};
  const beside = { ...before, ...(isRefresh && { scope }), ...besideTokens(packed) };
  const event = { at, kind: tokenEvents[grant].done, detail: `${status}, ${durationMs ?? 0} ms` };
  const { deadRefreshToken, deadAccessToken, lostRefresh: ____, idTokenAt: _____, ...held } = rest;
  return {
    ...held,
    ...(deadRefreshToken && packed.tokens.refresh_token === undefined && { deadRefreshToken }),
    ...(deadAccessToken && packed.tokens.access_token === undefined && { deadAccessToken }),
    tokens: { ...capture.tokens, ...packed.tokens },
    ...besideTokens(beside),
    verdicts: [],
    events: [...capture.events, event],
    tokenAnswer: { ...answer, body: packed.body },
    ...frontChannelOf(capture),
    ...(isRefresh && replacedBy(capture, at)),
    ...(isRefresh && packed.tokens.id_token === undefined && idTokenAtOf(capture)),
  };
}

type Beside = { [Name in 'tokenType' | 'scope' | 'expiresAt']?: Capture[Name] | undefined };

/** What came with tokens, without what did not. */
function besideTokens({ tokenType, scope, expiresAt }: Beside): Pick<Capture, 'tokenType' | 'scope' | 'expiresAt'> {
  return {
    ...(tokenType !== undefined && { tokenType }),
    ...(scope !== undefined && { scope }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** What the front channel brought is judged by itself for as long as the capture is there. */
function frontChannelOf(capture: Capture): Pick<Capture, 'frontChannel'> {
  const { frontChannel, tokenAnswer, source, tokens } = capture;
  if (frontChannel) return { frontChannel };
  const isOfFrontChannel = !tokenAnswer && source !== 'token_endpoint' && Object.keys(tokens).length > 0;
  return isOfFrontChannel ? { frontChannel: { tokens, ...besideTokens(capture) } } : {};
}

function replacedBy(capture: Capture, at: number): Pick<Capture, 'replaced' | 'original'> {
  const { tokens, scope, original, tokenAnswer } = capture;
  const id_token = tokenAnswer && hasIdToken(tokenAnswer) ? tokens.id_token : undefined;
  return {
    replaced: { tokens, ...besideTokens(capture), at },
    original: original ?? { ...(id_token !== undefined && { id_token }), ...(scope !== undefined && { scope }) },
  };
}

/** When the ID token came that is held still: for the code, or by an earlier refresh. That of the front channel has no time. */
function idTokenAtOf({ tokenAnswer, idTokenAt }: Capture): Pick<Capture, 'idTokenAt'> {
  const at = tokenAnswer && hasIdToken(tokenAnswer) ? tokenAnswer.at : idTokenAt;
  return at === undefined ? {} : { idTokenAt: at };
}

/** Whether an answer brought the ID token that is held: in a hybrid flow it may be the one of the front channel still. */
function hasIdToken({ body }: NonNullable<Capture['tokenAnswer']>): boolean {
  return parseObject(body)?.get('id_token') === '';
}

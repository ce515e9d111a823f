import type { Capture, Verdict } from '../protocol/records.ts';
import { unpackTokenAnswer } from '../protocol/token-answer.ts';
import { judgeClientToken } from './judge-client-token.ts';
import { judgeKeptIdToken } from './judge-kept-id-token.ts';
import { judgeOriginal } from './judge-original.ts';
import { judgeRefresh } from './judge-refresh.ts';
import { judgeTokenResponse } from './judge-token-response.ts';
import type { Known } from './known.ts';
import type { TokenEndpointAnswer } from './token-response/answer.ts';
import { noAnswerReason } from './token-response/no-answer.ts';
import { type About, notChecked } from './verdict.ts';

type Failure = NonNullable<Capture['tokenFailure']>;

/**
 * The verdicts on what the token endpoint answered: the last time that it brought tokens, and since then where it brought
 * none. `front` is what the front channel brought, `capture` the record as it is. Times are held against the moment of
 * each answer.
 */
export async function judgeTokenCalls(front: Known, capture: Capture): Promise<Verdict[]> {
  const { tokenAnswer, tokenFailure, tokens } = capture;
  const answered = tokenAnswer
    ? await judgeAnswer(front, capture, { ...tokenAnswer, body: unpackTokenAnswer(tokenAnswer.body, tokens) })
    : [];
  const earlier =
    tokenAnswer?.grant === 'refresh_token'
      ? [...(await judgeOriginal(front, capture)), ...(await judgeKeptIdToken(front, capture))]
      : [];
  const failed = tokenFailure ? await judgeFailure(front, capture, tokenFailure) : [];
  const brought = [...answered, ...earlier].map((verdict) => about(verdict, { from: 'token_endpoint' }));
  return [...brought, ...failed];
}

type Call = TokenEndpointAnswer & { at: number; grant: Failure['grant'] };

async function judgeAnswer(front: Known, capture: Capture, answer: Call): Promise<Verdict[]> {
  const known = { ...front, at: answer.at };
  switch (answer.grant) {
    case 'authorization_code':
      return judgeTokenResponse(known, answer);
    case 'client_credentials':
      return judgeClientToken(known, answer);
    case 'refresh_token': {
      const { original = {}, replaced } = capture;
      const { id_token: _, ...before } = replaced?.tokens ?? capture.tokens;
      // without one of its own the login is known by that of the front channel
      const { id_token = front.capture.tokens.id_token, scope } = original;
      const tokens = { ...before, ...(id_token !== undefined && { id_token }) };
      return judgeRefresh({ tokens, ...(scope !== undefined && { scope }) }, answer, known);
    }
  }
}

/**
 * A call that brought nothing leaves the tokens that are held as they were: its verdicts are about what was handed in
 * alone, a refresh token, or a code with tokens beside it.
 */
async function judgeFailure(front: Known, capture: Capture, failure: Failure): Promise<Verdict[]> {
  const { grant, kind, status, body = '' } = failure;
  const of = { ...handedIn(capture, grant), from: 'token_endpoint' } as const;
  if (status === undefined) return [notChecked('token_response', noAnswerReason(kind, grant), of)];
  const original = capture.original ?? { ...capture.tokens, ...(capture.scope && { scope: capture.scope }) };
  const verdicts = await judgeAnswer(front, { ...capture, original }, { ...failure, status, body });
  return verdicts.map((verdict) => about({ ...verdict, ...of }, of));
}

function handedIn({ tokens }: Capture, grant: Failure['grant']): { token?: 'refresh_token' | 'code' } {
  if (grant === 'refresh_token') return { token: 'refresh_token' };
  return grant === 'authorization_code' && Object.keys(tokens).length > 0 ? { token: 'code' } : {};
}

/** What a verdict does not say itself. */
function about(verdict: Verdict, of: About): Verdict {
  const { check, result, token = of.token, from = of.from, ...more } = verdict;
  return { check, result, ...(token && { token }), ...(from && { from }), ...more };
}

import type { Capture, Verdict } from '../protocol/records.ts';
import { findObstacle } from './condense.ts';
import { judgeIdToken } from './judge-id-token.ts';
import type { Known } from './known.ts';
import { findResponseType } from './response-type.ts';
import { findText, parseTokenResponse, type TokenEndpointAnswer, type TokenResponse } from './token-response/answer.ts';
import { judgeForm } from './token-response/form.ts';
import { judgeGranted } from './token-response/granted.ts';
import { judgeSameSubject } from './token-response/same-subject.ts';
import { secretsOf, tokensIn, withAccessToken } from './token-response/tokens.ts';
import { failed, notChecked, passed } from './verdict.ts';
import { withoutTokens } from './without-tokens.ts';

/**
 * The verdicts on what the token endpoint answered to a code (RFC 6749 section 5, OpenID Connect Core section 3.1.3).
 * `known.capture` is the capture before the exchange: its ID token, if any, came through the front channel. `known.at` is
 * when this answer came, in milliseconds.
 */
export async function judgeTokenResponse(known: Known, answer: TokenEndpointAnswer): Promise<Verdict[]> {
  const response = parseTokenResponse(answer);
  const tokens = tokensIn(response);
  return withoutTokens(await judgeAnswer(known, answer, response, tokens), secretsOf(known, tokens));
}

async function judgeAnswer(
  known: Known,
  answer: TokenEndpointAnswer,
  response: TokenResponse,
  tokens: Capture['tokens'],
): Promise<Verdict[]> {
  const form = judgeForm(response, answer);
  if (response.kind !== 'tokens') return form;
  const { id_token: idToken } = tokens;
  const verdicts =
    idToken === undefined ? [] : await judgeIdToken(withAccessToken(known, tokens), idToken, 'token_endpoint');
  return [
    ...form,
    judgeGranted(findText(response.members, 'scope'), known.capture.request?.scopes),
    ...verdicts,
    ...judgeWhole(known, idToken, verdicts),
    ...judgeHybrid(known, idToken),
  ];
}

/** The sum of the ID token's blocking checks. It was asked for with the scope openid. */
export function judgeWhole({ capture, profile }: Known, idToken: string | undefined, verdicts: Verdict[]): Verdict[] {
  const check = 'token_endpoint_id_token';
  const about = { token: 'id_token', from: 'token_endpoint' } as const;
  if (idToken === undefined) {
    const scopes = capture.request?.scopes ?? profile?.scopes ?? [];
    return scopes.includes('openid') ? [failed(check, { expected: 'an ID token', actual: 'none' }, about)] : [];
  }
  const obstacle = findObstacle(verdicts);
  if (!obstacle) return [passed(check, about)];
  if (obstacle.result === 'fail') {
    return [failed(check, { expected: 'every check of it passed', actual: `${obstacle.check} failed` }, about)];
  }
  return [notChecked(check, `Its check ${obstacle.check} could not be made. ${obstacle.reason ?? ''}`.trim(), about)];
}

/** Hybrid flows that bring an ID token through the front channel bring another from the token endpoint. */
export function judgeHybrid(known: Known, second: string | undefined): Verdict[] {
  const type = findResponseType(known);
  const first = known.capture.source === 'token_endpoint' ? undefined : known.capture.tokens.id_token;
  if (first === undefined || !type?.has('code')) return [];
  return [judgeSameSubject(first, second)];
}

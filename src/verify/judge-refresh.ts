import { afterLostRefresh } from '../protocol/lost-refresh.ts';
import type { Capture, Verdict } from '../protocol/records.ts';
import { judgeIdToken } from './judge-id-token.ts';
import type { Known } from './known.ts';
import { findText, parseTokenResponse, type TokenEndpointAnswer, type TokenResponse } from './token-response/answer.ts';
import { judgeForm } from './token-response/form.ts';
import { scopesOf } from './token-response/granted.ts';
import { judgeRefreshed } from './token-response/refreshed.ts';
import { secretsOf, tokensIn, withAccessToken } from './token-response/tokens.ts';
import { failed, notChecked, passed } from './verdict.ts';
import { withoutTokens } from './without-tokens.ts';

/** What was held before the refresh. */
export type BeforeRefresh = Pick<Capture, 'tokens' | 'scope'>;

const about = { token: 'refresh_token', from: 'token_endpoint' } as const;

/**
 * The verdicts on what the token endpoint answered to a refresh token (RFC 6749 section 6, OpenID Connect Core section
 * 12.2): a new ID token is judged as any other, and must continue the first. `known.at` is when the answer came, in
 * milliseconds.
 */
export async function judgeRefresh(
  before: BeforeRefresh,
  answer: TokenEndpointAnswer,
  known: Known,
): Promise<Verdict[]> {
  const response = parseTokenResponse(answer);
  const verdicts = await judgeAnswer(before, answer, response, known);
  return withoutTokens(verdicts, secretsOf(known, before.tokens, tokensIn(response)));
}

async function judgeAnswer(
  before: BeforeRefresh,
  answer: TokenEndpointAnswer,
  response: TokenResponse,
  known: Known,
): Promise<Verdict[]> {
  if (response.kind === 'error' && response.error === 'invalid_grant') {
    const reason = 'The refresh token is spent, revoked or expired. Sign in again.';
    return [failed('refresh_rotation', { expected: 'tokens', actual: 'invalid_grant', reason }, about)];
  }
  const form = judgeForm(response, answer);
  if (response.kind !== 'tokens') {
    return [...form, notChecked('refresh_rotation', noTokensReason(response.kind, answer.status), about)];
  }
  const { members } = response;
  return [
    ...form,
    ...(await judgeNewIdToken(before.tokens.id_token, tokensIn(response), known)),
    judgeRotation(members.get('refresh_token')),
    judgeScope(findText(members, 'scope'), before.scope ?? known.capture.request?.scopes.join(' ')),
  ];
}

function noTokensReason(kind: Exclude<TokenResponse['kind'], 'tokens'>, status: number): string {
  if (kind === 'error') {
    return 'The provider refused for another reason than the refresh token. Solve what it names, then refresh again.';
  }
  if (status === 429) return 'The provider was asked too often and did not look at the request. Refresh again later.';
  return `The answer brought no tokens, so it is not known whether the old refresh token still counts. ${afterLostRefresh}`;
}

async function judgeNewIdToken(first: string | undefined, tokens: Capture['tokens'], known: Known): Promise<Verdict[]> {
  const { id_token: idToken } = tokens;
  if (idToken === undefined) return [];
  return [
    ...(await judgeIdToken(asRefresh(withAccessToken(known, tokens)), idToken, 'token_endpoint')),
    judgeRefreshed(first, idToken, known),
  ];
}

/** A refresh asks for no nonce and no new sign-in, whatever the login asked for: only the first ID token is compared. */
export function asRefresh(known: Known): Known {
  const { acr, scopes = [], redirectUri = '' } = known.capture.request ?? {};
  const request = { responseType: 'code', scopes, redirectUri, ...(acr !== undefined && { acr }) };
  return { ...known, capture: { ...known.capture, request } };
}

/** A new refresh token takes the place of the old one; without one the old one stays, as with Cognito by default. */
function judgeRotation(refreshToken: unknown): Verdict {
  if (refreshToken === undefined) return passed('refresh_rotation', about);
  if (typeof refreshToken !== 'string') {
    const reason = 'The new refresh token is no text, so it cannot be used. Have the provider send it as text.';
    return notChecked('refresh_rotation', reason, about);
  }
  if (refreshToken !== '') return passed('refresh_rotation', about);
  return failed('refresh_rotation', { expected: 'a refresh token, or no such member', actual: 'an empty text' }, about);
}

function judgeScope(returned: string | undefined, original: string | undefined): Verdict {
  if (returned === undefined) {
    return notChecked(
      'refresh_scope',
      'The answer names no scope, which means the same as before. It is compared once one is named.',
    );
  }
  if (original === undefined) {
    return notChecked('refresh_scope', 'The original scope is not known. Sign in from here to compare it.');
  }
  const before = scopesOf(original);
  const more = scopesOf(returned).filter((scope) => !before.includes(scope));
  if (more.length === 0) return passed('refresh_scope');
  return failed('refresh_scope', { expected: `at most ${original}`, actual: `also ${more.join(' ')}` });
}

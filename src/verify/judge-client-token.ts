import type { Capture, Verdict } from '../protocol/records.ts';
import { judgeIdToken } from './judge-id-token.ts';
import type { Known } from './known.ts';
import { findText, parseTokenResponse, type TokenEndpointAnswer } from './token-response/answer.ts';
import { judgeForm } from './token-response/form.ts';
import { judgeGranted } from './token-response/granted.ts';
import { secretsOf, tokensIn, withAccessToken } from './token-response/tokens.ts';
import { failed } from './verdict.ts';
import { withoutTokens } from './without-tokens.ts';

/**
 * The verdicts on what the token endpoint answered to a client that asked for itself (RFC 6749 section 4.4.3). No scope
 * was asked for where the profile names none: then any may be granted (section 3.3).
 */
export async function judgeClientToken(known: Known, answer: TokenEndpointAnswer): Promise<Verdict[]> {
  const response = parseTokenResponse(answer);
  const form = judgeForm(response, answer);
  if (response.kind !== 'tokens') return withoutTokens(form, secretsOf(known));
  const scopes = known.profile?.scopes ?? [];
  const granted = scopes.length > 0 ? findText(response.members, 'scope') : undefined;
  const tokens = tokensIn(response);
  const verdicts = [...judgeAlone(form, tokens), judgeGranted(granted, scopes), ...(await judgeOwn(known, tokens))];
  return withoutTokens(verdicts, secretsOf(known, tokens));
}

/** Nobody signed in: there is no one for an ID token to name, and the client can ask again without a refresh token. */
function judgeAlone(form: Verdict[], tokens: Capture['tokens']): Verdict[] {
  const others = (['id_token', 'refresh_token'] as const).filter((name) => tokens[name] !== undefined);
  if (others.length === 0) return form;
  const fault = {
    severity: 'warning',
    expected: 'an access token alone',
    actual: `also ${others.join(', ')}`,
  } as const;
  return form.map((verdict) =>
    verdict.check === 'token_response' && verdict.result === 'pass' ? failed('token_response', fault) : verdict,
  );
}

/** What came all the same is judged like any other; nothing of it was asked for. */
async function judgeOwn(known: Known, tokens: Capture['tokens']): Promise<Verdict[]> {
  const { id_token: idToken } = tokens;
  if (idToken === undefined) return [];
  const request = { responseType: '', scopes: known.profile?.scopes ?? [], redirectUri: '' };
  const asked = { ...known, capture: { ...known.capture, request } };
  return judgeIdToken(withAccessToken(asked, tokens), idToken, 'token_endpoint');
}

import type { Verdict } from '../protocol/records.ts';
import type { Known } from './known.ts';
import { findText, parseTokenResponse, type TokenEndpointAnswer } from './token-response/answer.ts';
import { judgeForm } from './token-response/form.ts';
import { judgeGranted } from './token-response/granted.ts';
import { secretsOf, tokensIn } from './token-response/tokens.ts';
import { withoutTokens } from './without-tokens.ts';

/**
 * The verdicts on what the token endpoint answered to a client that asked for itself (RFC 6749 section 4.4.3). No scope
 * was asked for where the profile names none: then any may be granted (section 3.3).
 */
export function judgeClientToken(known: Known, answer: TokenEndpointAnswer): Verdict[] {
  const response = parseTokenResponse(answer);
  const form = judgeForm(response, answer);
  if (response.kind !== 'tokens') return withoutTokens(form, secretsOf(known));
  const scopes = known.profile?.scopes ?? [];
  const granted = scopes.length > 0 ? findText(response.members, 'scope') : undefined;
  return withoutTokens([...form, judgeGranted(granted, scopes)], secretsOf(known, tokensIn(response)));
}

import { isFormPost } from '../../protocol/authorize-url.ts';
import type { Verdict } from '../../protocol/records.ts';
import { isType, type ResponseType } from '../response-type.ts';
import { failed, notChecked, passed } from '../verdict.ts';
import { type AuthorizationResponse, hasValue, responseTypeOf } from './authorization-response.ts';
import { noTypeReason } from './reasons.ts';

/** `response_parameters`, `id_token_only` and `form_post`: whether the answer is what its request asked for. */
export function judgePromised(response: AuthorizationResponse): Verdict[] {
  if (response.isTokenAlone) return judgeForm(response);
  const types = responseTypeOf(response);
  return [...judgeParts(response, types), ...judgeIdTokenOnly(response, types), ...judgeForm(response)];
}

const parts = ['code', 'access_token', 'id_token', 'refresh_token'] as const;
type Part = (typeof parts)[number];
const promisedBy = new Map<string, Part>([
  ['code', 'code'],
  ['token', 'access_token'],
  ['id_token', 'id_token'],
]);

/** OAuth Multiple Response Types sections 3 and 5. `token_type` and its kin have checks of their own. */
function judgeParts(response: AuthorizationResponse, types: ResponseType | undefined): Verdict[] {
  const check = 'response_parameters';
  if (!types) return [notChecked(check, noTypeReason(response))];
  if (response.sealed !== undefined) return [notChecked(check, response.sealed)];
  const promised = new Set([...types].flatMap((type) => promisedBy.get(type) ?? []));
  const idToken = extraIdToken(response, types);
  if (idToken === 'expected') promised.add('id_token');
  const isLeftOut = (part: Part) =>
    (part === 'id_token' && idToken === 'allowed') || (part === 'access_token' && isType(types, 'id_token'));
  const judged = parts.filter((part) => !isLeftOut(part));
  const expected = judged.filter((part) => promised.has(part)).join(', ');
  const actual = judged.filter((part) => hasValue(response, part)).join(', ');
  if (expected === actual) return [passed(check)];
  return [failed(check, { expected: expected || 'none', actual: actual || 'none' })];
}

/** Amazon Cognito adds an ID token to `token` when `openid` is granted, which is known where the request is. */
function extraIdToken(
  { capture, profile }: AuthorizationResponse,
  types: ResponseType,
): 'none' | 'allowed' | 'expected' {
  if (profile?.provider !== 'cognito' || !isType(types, 'token')) return 'none';
  const granted = capture.scope?.split(' ') ?? capture.request?.scopes;
  return capture.request && granted?.includes('openid') ? 'expected' : 'allowed';
}

/** OpenID Connect Core section 3.2.2.5: of `id_token` no access token is returned. */
function judgeIdTokenOnly(response: AuthorizationResponse, types: ResponseType | undefined): Verdict[] {
  const check = 'id_token_only';
  const hasAccessToken = hasValue(response, 'access_token');
  if (!types) {
    return hasValue(response, 'id_token') && !hasValue(response, 'code')
      ? [notChecked(check, noTypeReason(response))]
      : [];
  }
  if (!isType(types, 'id_token') || response.sealed !== undefined) return [];
  if (!hasAccessToken) return [passed(check)];
  return [failed(check, { expected: 'an ID token alone', actual: 'an access token beside it' })];
}

/** OAuth 2.0 Form Post Response Mode section 2. What another app asked for is not known. */
function judgeForm({ capture, profile, hasUrl }: AuthorizationResponse): Verdict[] {
  const check = 'form_post';
  if (capture.source === 'form_post' && hasUrl) return [passed(check)];
  if (!profile || !isFormPost(profile)) return [];
  if (!hasUrl) return [notChecked(check, notVisible)];
  if (!capture.request) return [];
  return [failed(check, { expected: 'an answer in a form', actual: `an answer in the ${capture.source}` })];
}

const notVisible =
  'form_post not visible: the form is seen only where requests are watched. Allow that in the profile, then sign in again.';

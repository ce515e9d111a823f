import { checkIds } from '../protocol/checks.ts';
import { isFromErrorPage, type Verdict } from '../protocol/records.ts';
import { findValueRefusal } from '../protocol/refusal.ts';
import { isAmbiguous, withoutProfile } from './ambiguous-profile.ts';
import { asFrontChannel, isForClient } from './front-channel.ts';
import { idTokenNotChecked } from './id-token-not-checked.ts';
import { judgeAccessToken } from './judge-access-token.ts';
import { judgeDiscovery } from './judge-discovery.ts';
import { judgeIdToken } from './judge-id-token.ts';
import { asExported, withImported } from './judge-imported.ts';
import { judgeJarm } from './judge-jarm.ts';
import { judgeResponse } from './judge-response.ts';
import { judgeTokenCalls } from './judge-token-calls.ts';
import { judgeUserinfo } from './judge-userinfo.ts';
import type { Known } from './known.ts';
import { withLoginOver } from './login-over.ts';
import { type AuthorizationResponse, findError, readResponse, unwrapped } from './response/authorization-response.ts';
import { tooLong } from './response/reasons.ts';

/**
 * The verdicts of an answer, in the order of the checks: on what the front channel brought, and on what the token endpoint
 * has brought since. A check that does not apply is not listed. Judging again gives the same.
 */
export async function judge(known: Known): Promise<Verdict[]> {
  return withImported(await judgeRecord(asExported(known)), known.capture);
}

async function judgeRecord(known: Known): Promise<Verdict[]> {
  // a provider's error page is no authorization response: nothing of the request comes back with it
  if (isFromErrorPage(known.capture)) return [];
  if (isForClient(known.capture)) {
    return inOrder([...(await judgeTokenCalls(known, known.capture)), ...(await judgeHeld(known))]);
  }
  const front = { ...known, capture: asFrontChannel(known.capture) };
  const response = readResponse(front);
  const answer = [...(await judgeResponse(front)), ...(await judgeJarm(front))];
  const rest = findError(response) === undefined ? await judgeContent(response, known) : [];
  const verdicts = withLoginOver(inOrder([...answer, ...rest]), known.capture);
  return isAmbiguous(known.capture) ? withoutProfile(verdicts) : verdicts;
}

/** What an answer without an error brought, what came for its code, and what is held of both. */
async function judgeContent(response: AuthorizationResponse, known: Known): Promise<Verdict[]> {
  // of an answer that came as a JWT the tokens inside it
  const front = unwrapped(response);
  return [
    ...(await judgeTokenOf(response, front)),
    ...(await judgeTokenCalls(front, known.capture)),
    ...(await judgeHeld(known.capture.tokenAnswer ? known : front)),
  ];
}

/** The access token that would be used, what is known of the issuer, and what came of using the token. */
async function judgeHeld(known: Known): Promise<Verdict[]> {
  return [...judgeAccessToken(known), ...judgeDiscovery(known), ...(await judgeUserinfo(known))];
}

async function judgeTokenOf({ capture }: AuthorizationResponse, known: Known): Promise<Verdict[]> {
  const from = capture.source === 'token_endpoint' ? 'token_endpoint' : 'front_channel';
  const idToken = known.capture.tokens.id_token;
  if (idToken !== undefined) return judgeIdToken(known, idToken, from);
  const refusal = findValueRefusal(capture.events, 'id_token');
  return refusal === undefined ? [] : idTokenNotChecked(known, tooLong(refusal), from);
}

const places = new Map<string, number>(checkIds.map((id, place) => [id, place]));

function inOrder(verdicts: Verdict[]): Verdict[] {
  return verdicts.sort((one, other) => (places.get(one.check) ?? 0) - (places.get(other.check) ?? 0));
}

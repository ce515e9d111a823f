import { checkIds } from '../protocol/checks.ts';
import { isFromErrorPage, type Verdict } from '../protocol/records.ts';
import { judgeAccessToken } from './judge-access-token.ts';
import { judgeDiscovery } from './judge-discovery.ts';
import { judgeIdToken } from './judge-id-token.ts';
import { judgeJarm } from './judge-jarm.ts';
import { judgeResponse } from './judge-response.ts';
import { judgeUserinfo } from './judge-userinfo.ts';
import type { Known } from './known.ts';

/**
 * The verdicts of an answer, in the order of the checks. A check that does not apply is not listed. Judging again gives
 * the same.
 */
export async function judge(known: Known): Promise<Verdict[]> {
  const { capture } = known;
  // a provider's error page is no authorization response: nothing of the request comes back with it
  if (isFromErrorPage(capture)) return [];
  if (capture.error) return inOrder([...(await judgeResponse(known)), ...(await judgeJarm(known))]);
  const from = capture.source === 'token_endpoint' ? 'token_endpoint' : 'front_channel';
  const idToken = capture.tokens.id_token;
  return inOrder([
    ...(await judgeResponse(known)),
    ...(await judgeJarm(known)),
    ...(idToken === undefined ? [] : await judgeIdToken(known, idToken, from)),
    ...judgeAccessToken(known),
    ...judgeDiscovery(known),
    ...(await judgeUserinfo(known)),
  ]);
}

const places = new Map<string, number>(checkIds.map((id, place) => [id, place]));

function inOrder(verdicts: Verdict[]): Verdict[] {
  return verdicts.sort((one, other) => (places.get(one.check) ?? 0) - (places.get(other.check) ?? 0));
}

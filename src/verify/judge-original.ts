import type { Capture, Verdict } from '../protocol/records.ts';
import { judgeIdToken } from './judge-id-token.ts';
import { judgeHybrid, judgeWhole } from './judge-token-response.ts';
import type { Known } from './known.ts';
import { withAccessToken } from './token-response/tokens.ts';
import { withoutTokens } from './without-tokens.ts';

/**
 * What is still to be said of the exchange once a refresh has brought other tokens: whether the ID token that it brought
 * was in order, as a refresh continues it. Its hash of an access token that is not held any more is left out.
 */
export async function judgeOriginal(front: Known, { tokenCalls, original }: Capture): Promise<Verdict[]> {
  const exchange = tokenCalls.find(({ grant }) => grant === 'authorization_code');
  if (!exchange || !original) return [];
  const { id_token: idToken } = original;
  const known = { ...front, at: exchange.at };
  const verdicts =
    idToken === undefined ? [] : await judgeIdToken(withAccessToken(known, {}), idToken, 'token_endpoint');
  const judged = verdicts.filter(({ check }) => check !== 'at_hash');
  const tokens = Object.values(front.capture.tokens);
  return withoutTokens([...judgeWhole(known, idToken, judged), ...judgeHybrid(known, idToken)], [idToken, ...tokens]);
}

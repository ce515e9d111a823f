import type { Capture, Verdict } from '../protocol/records.ts';
import { judgeIdToken } from './judge-id-token.ts';
import { asRefresh } from './judge-refresh.ts';
import type { Known } from './known.ts';
import { judgeRefreshed } from './token-response/refreshed.ts';
import { withAccessToken } from './token-response/tokens.ts';
import { withoutTokens } from './without-tokens.ts';

/**
 * The checks of the ID token that is still held where the last refresh brought none: as they were when it came, for the
 * code or by an earlier refresh. Its hash of an access token that is not held any more is left out.
 */
export async function judgeKeptIdToken(front: Known, capture: Capture): Promise<Verdict[]> {
  const { idTokenAt: at, original, tokens } = capture;
  const { id_token: idToken } = tokens;
  if (idToken === undefined || at === undefined) return [];
  const known = { ...withAccessToken(front, {}), at };
  const first = original?.id_token ?? front.capture.tokens.id_token;
  const verdicts =
    idToken === original?.id_token
      ? await judgeIdToken(known, idToken, 'token_endpoint')
      : [...(await judgeIdToken(asRefresh(known), idToken, 'token_endpoint')), judgeRefreshed(first, idToken, known)];
  const held = [first, ...Object.values(tokens), ...Object.values(front.capture.tokens)];
  return withoutTokens(
    verdicts.filter(({ check }) => check !== 'at_hash'),
    held,
  );
}

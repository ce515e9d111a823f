import type { Verdict } from '../protocol/records.ts';
import type { Known } from './known.ts';

/** Every check of an ID token that came through the front channel or from the token endpoint. */
export async function judgeIdToken(
  _known: Known,
  _token: string,
  _from: 'front_channel' | 'token_endpoint',
): Promise<Verdict[]> {
  return [];
}

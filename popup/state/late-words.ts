import type { TokenName } from '../../src/protocol/records.ts';
import { stretch } from './time-words.ts';

/** What is said before and after an expired token is copied. */
export function lateWords(shown: TokenName, late: number): string {
  const since = `Expired ${stretch(late)} ago`;
  return shown === 'access_token' ? `${since}: your API will answer 401.` : `${since}.`;
}

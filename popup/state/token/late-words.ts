import type { TokenName } from '../../../src/protocol/records.ts';
import { clockTime, stretch } from '../time-words.ts';
import type { Lifetime } from './lifetime.ts';

/** What is said before and after a token is copied that is over; undefined of any other. `now` in milliseconds. */
export function lateWords(shown: TokenName, life: Lifetime, now: number): string | undefined {
  const isAccess = shown === 'access_token';
  if (life.kind === 'revoked') {
    return `Revoked at ${clockTime(life.at, now)}${isAccess ? ': an API that asks the provider will answer 401.' : '.'}`;
  }
  if (life.kind !== 'runs' || life.tone !== 'fail') return undefined;
  const since = `Expired ${stretch(now - life.expiresAt)} ago`;
  return isAccess ? `${since}: your API will answer 401.` : `${since}.`;
}

/** The same in one word, before the name of a token; undefined of one that is good. */
export function overWord(life: Lifetime): 'expired' | 'revoked' | undefined {
  if (life.kind === 'revoked') return 'revoked';
  return life.kind === 'runs' && life.tone === 'fail' ? 'expired' : undefined;
}

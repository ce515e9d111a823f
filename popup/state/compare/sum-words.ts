import type { ComparedCaptures } from '../../../src/protocol/compare/compare-captures.ts';
import type { ComparedTokens } from '../../../src/protocol/compare/compare-tokens.ts';
import { type Counts, countDifferences } from '../../../src/protocol/compare/count-differences.ts';
import { distanceText } from '../../../src/protocol/compare/distance-text.ts';

/** The sum of what differs, for the stub. */
export type Sum = { isSame: boolean; words: string; rest: string };

export function tokenSum({ a, b, isSame, claims, header, lifetime }: ComparedTokens): Sum {
  if (a === 'none' && b === 'none') return { isSame: true, words: 'Neither has one', rest: '' };
  if (a === 'none' || b === 'none') {
    return { isSame: false, words: `Only ${a === 'none' ? 'B' : 'A'} has one`, rest: 'There is nothing to compare.' };
  }
  if (isSame) return { isSame, words: 'The very same', rest: 'A and B hold it to the letter.' };
  if (a !== 'claims' || b !== 'claims') {
    return { isSame: false, words: 'Another one', rest: 'Its claims cannot be read in both.' };
  }
  const counts = countDifferences([...claims, ...header]);
  if (!lifetime) return sumOf(counts, false);
  const isLifeSame = lifetime.a === lifetime.b;
  return sumOf({ ...counts, same: counts.same + Number(isLifeSame) }, !isLifeSame);
}

export function loginSum({ facts, checks }: Pick<ComparedCaptures, 'facts' | 'checks'>): Sum {
  const counts = countDifferences(facts);
  const { isSame, words, rest } = sumOf({ ...counts, changed: counts.changed + (checks?.length ?? 0) }, false);
  return { isSame, words, rest: checks ? rest : `${rest}${rest && ', '}checks are still being made` };
}

/** "B is 3 d 4 h 48 min after A", from milliseconds. */
export function apartWords(apart: number): string {
  if (Math.abs(apart) < 1000) return 'A and B came at the same time';
  return `B is ${distanceText(apart / 1000)} ${apart < 0 ? 'before' : 'after'} A`;
}

function sumOf(counts: Counts, isLifeChanged: boolean): Sum {
  const { added, removed, changed, times, everyLogin, same } = counts;
  const sums = [...[number(added, 'added'), number(removed, 'removed'), number(changed, 'changed')]].filter(Boolean);
  const rest = [
    times > 0 && `${times} ${times === 1 ? 'time' : 'times'} moved`,
    isLifeChanged && 'another lifetime',
    number(everyLogin, 'new on every login'),
    number(same, 'the same'),
  ].filter(Boolean);
  const onlyTimes = times > 0 || isLifeChanged;
  const words = sums.join(', ') || (onlyTimes ? 'Only times differ' : 'Nothing differs');
  return { isSame: sums.length === 0, words, rest: rest.join(', ') };
}

function number(count: number, words: string): string {
  return (count > 0 && `${count.toLocaleString('en')} ${words}`) || '';
}

import type { JwsAlgorithm } from '../protocol/jws-algorithms.ts';
import { findKeyFault } from './key-faults.ts';
import type { Jwk, KeySet } from './known.ts';
import { kindOf } from './shown.ts';

/** In characters: a key id beyond this is not looked for. */
export const longestKid = 1024;

/** In milliseconds: how long after a key was last seen an answer may still come that it signed. */
const grace = 60_000;

export type KidFault = { expected: string; actual: string; isWarning?: true };

/**
 * The keys to try, in this order. `isNamed`: the token names its key; `kidFault`: what is wrong with that name.
 * `isWarning`: the keys are to be tried all the same.
 */
export type Selected = { isNamed: boolean; kidFault?: KidFault; keys: Jwk[] };

/**
 * The keys of a set that a token means by its `kid`, an opaque text that is compared and nothing else. Without one,
 * those that fit the algorithm. Keys that the issuer has let go check what came while they were there. `at` in ms.
 * Without an algorithm only the name counts.
 */
export function selectKeys(
  { keys, retired }: KeySet & { ok: true },
  header: ReadonlyMap<string, unknown>,
  means: { alg: string; algorithm: JwsAlgorithm } | undefined,
  at: number,
): Selected {
  const earlier = retired.filter(({ seenAt }) => at <= seenAt + grace).map(({ key }) => key);
  const isFit = (key: Jwk) => !means || findKeyFault(key, means.alg, means.algorithm) === undefined;
  const isOfType = (key: Jwk) => !means || key.kty === means.algorithm.kty;
  if (!header.has('kid')) {
    const all = [...keys, ...earlier];
    return { isNamed: false, keys: firstFilled(all.filter(isFit), () => keys.filter(isOfType), keys) };
  }
  const kid = header.get('kid');
  const odd = oddKid(kid);
  if (odd) return { isNamed: true, kidFault: odd, keys: [] };
  const isMeant = (key: Jwk) => key.kid === kid;
  const now = keys.filter(isMeant);
  const then = earlier.filter(isMeant);
  // of a key that is published unfit by now, what it was before does not help
  const found = then.length > 0 && (now.length === 0 || now.some(isFit)) ? [...now, ...then] : now;
  if (found.length === 0) return { isNamed: true, kidFault: unknownKid(keys, kid), keys: [] };
  const alike = now.filter(isOfType).length;
  const twins = { expected: 'one key with this id', actual: `${alike} keys`, isWarning: true } as const;
  return {
    isNamed: true,
    ...(alike > 1 && { kidFault: twins }),
    keys: firstFilled(found.filter(isFit), () => found.filter(isOfType), found),
  };
}

function oddKid(kid: unknown): KidFault | undefined {
  if (typeof kid !== 'string') return { expected: 'a text', actual: kindOf(kid) };
  if (kid.length <= longestKid) return undefined;
  return { expected: `at most ${longestKid} characters`, actual: `${kid.length} characters` };
}

/** How many key ids of a set are listed: two are usual. */
const mostListed = 5;

function unknownKid(keys: readonly Jwk[], kid: unknown): KidFault {
  const ids = keys.flatMap((key) => (typeof key.kid === 'string' ? [key.kid] : []));
  const more = ids.length > mostListed ? ` and ${ids.length - mostListed} more` : '';
  return {
    expected: ids.slice(0, mostListed).join(', ') + more || 'no key id',
    actual: kid === '' ? 'an empty text' : String(kid),
  };
}

function firstFilled<T>(first: T[], makeSecond: () => T[], third: T[]): T[] {
  if (first.length > 0) return first;
  const second = makeSecond();
  return second.length > 0 ? second : third;
}

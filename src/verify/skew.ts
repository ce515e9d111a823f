import type { Fetched } from '../protocol/fetched.ts';

/** In milliseconds: a Date header tells whole seconds, so less than this says nothing. */
const leastTold = 2_000;

/**
 * The clock of who answered less this computer's, in milliseconds, or undefined where the Date header cannot be read.
 * `now`: when the answer had come. An answer out of a cache tells its Age, in seconds (RFC 9111 section 5.1).
 */
export function skewOf(fetched: Fetched, now: number): number | undefined {
  if (!fetched.ok) return undefined;
  const date = Date.parse(fetched.headers.get('date') ?? '');
  const age = Number(fetched.headers.get('age') ?? 0);
  if (Number.isNaN(date) || !Number.isFinite(age) || age < 0) return undefined;
  return date + age * 1000 - (now - fetched.durationMs / 2);
}

/** The skew as it is told: nothing where the clocks agree as far as can be seen. */
export function toldSkew(skew: number | undefined): { clockSkew?: number } {
  return skew === undefined || Math.abs(skew) < leastTold ? {} : { clockSkew: Math.round(skew) };
}

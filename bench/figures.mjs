/** What is made of the measured times: pure, so that it is tested without a browser. */

/** @typedef {{ name: string, ratio: number, bound: number }} Row `ratio` is a count where the bound is 0 */

/**
 * @param {number[]} values at least one
 * @returns {number}
 */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('No value was measured');
  return (lower + upper) / 2;
}

/**
 * The mean of the fastest quarter: where a difference of 2 % counts, as other work on the machine only ever adds time.
 *
 * @param {number[]} values at least one
 * @returns {number}
 */
export function fastestQuarter(values) {
  if (values.length === 0) throw new Error('No value was measured');
  const fastest = values.toSorted((one, other) => one - other).slice(0, Math.ceil(values.length / 4));
  return fastest.reduce((sum, value) => sum + value, 0) / fastest.length;
}

/**
 * How many times as long the first took, in three decimals.
 *
 * @param {number[]} measured
 * @param {number[]} baseline of runs that were interleaved with those
 * @param {(values: number[]) => number} typical
 * @returns {number}
 */
export function ratioOf(measured, baseline, typical) {
  return Math.round((typical(measured) / typical(baseline)) * 1000) / 1000;
}

/**
 * The order of one round: each round another one goes first, and every second time around they go backwards, so that
 * none always runs in the wake of the same other.
 *
 * @template T
 * @param {readonly T[]} contestants
 * @param {number} round
 * @returns {T[]}
 */
export function orderOf(contestants, round) {
  const first = round % contestants.length;
  const turned = [...contestants.slice(first), ...contestants.slice(0, first)];
  return Math.floor(round / contestants.length) % 2 === 0 ? turned : turned.toReversed();
}

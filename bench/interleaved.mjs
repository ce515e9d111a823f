import { orderOf } from './figures.mjs';

const fewest = 8;

/**
 * Measures contestants in turns, so that whatever else the machine does meets all of them alike.
 *
 * @template {string} N
 * @param {Record<N, (round: number) => Promise<number>>} contestants each gives the milliseconds of one run
 * @param {{ rounds: number, warmUp: number, limit: number }} options rounds to warm up come first and
 *   are not counted; after `limit` milliseconds no round is begun, so that a busy machine takes not much longer
 * @returns {Promise<Record<N, number[]>>}
 */
export async function interleaved(contestants, { rounds, warmUp, limit }) {
  const names = /** @type {N[]} */ (Object.keys(contestants)); // the record's own keys
  const times = Object.fromEntries(names.map((name) => [name, /** @type {number[]} */ ([])]));
  const start = performance.now();
  for (let round = 0; round < warmUp + rounds; round++) {
    const isLate = performance.now() - start > limit;
    if (isLate && round >= warmUp + fewest) break;
    for (const name of orderOf(names, round)) {
      const time = await contestants[name](round);
      if (round >= warmUp) times[name]?.push(time);
    }
  }
  return /** @type {Record<N, number[]>} */ (times); // a list for each name
}

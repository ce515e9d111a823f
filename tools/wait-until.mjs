/**
 * Asks `look` again and again until its answer is truthy, and gives that answer. Without an `interval` it asks soon, then
 * less and less often: each look is work for a browser that has other work to do.
 *
 * @template T
 * @param {() => T | Promise<T>} look
 * @param {{ timeout?: number, interval?: number, what?: string }} [options] milliseconds; `what` is named in the error
 * @returns {Promise<Exclude<T, undefined | null | false | '' | 0>>}
 */
export async function waitUntil(look, { timeout = 10_000, interval, what = 'a condition' } = {}) {
  const deadline = Date.now() + timeout;
  let pause = interval ?? 15;
  for (;;) {
    const answer = await look();
    // The cast says what the condition says: the answer is truthy.
    if (answer) return /** @type {Exclude<T, undefined | null | false | '' | 0>} */ (answer);
    if (Date.now() > deadline) throw new Error(`Waited ${timeout} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (interval === undefined) pause = Math.min(pause * 1.5, 100);
  }
}

/**
 * The promise's own answer, or an error when it has none in time.
 *
 * @template T
 * @param {Promise<T>} promise
 * @param {string} what is named in the error
 * @param {number} [timeout] milliseconds
 * @returns {Promise<T>}
 */
export async function within(promise, what, timeout = 10_000) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${timeout} ms for ${what}`)), timeout);
  });
  try {
    return /** @type {T} */ (await Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}

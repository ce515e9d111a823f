// How to load and build oidc-provider without its advice on the terminal (it warns about Node 20 and about keeping
// state in memory, both of which are meant here).

/**
 * Runs `work` while the library's own notices are dropped; whatever else is logged passes.
 * @template T
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function quietly(work) {
  const { info, warn } = console;
  const isNotice = (/** @type {unknown} */ first) => String(first).includes('oidc-provider ');
  console.info = (...args) => isNotice(args[0]) || info(...args);
  console.warn = (...args) => isNotice(args[0]) || warn(...args);
  try {
    return await work();
  } finally {
    Object.assign(console, { info, warn });
  }
}

export const { default: OidcProvider, errors } = await quietly(() => import('oidc-provider'));

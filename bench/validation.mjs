/** Full validation of an ID token with its key in the cache, against the browser's bare check of the signature. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * In milliseconds for 200 tokens one after the other, in a page of the browser.
 *
 * @param {Pick<import('./house.mjs').House, 'driver'>} house
 * @param {import('./site.mjs').Site} site
 * @returns {Promise<{ bare: number[], full: number[] }>}
 */
export async function measureValidation({ driver }, site) {
  const page = await driver.newTab();
  await driver.visit(page, `${site.origin}/page`);
  try {
    return await page.evaluate(
      ([code, options]) => {
        new Function(code)();
        return /** @type {any} */ (globalThis).measure(options);
      },
      /** @type {const} */ ([await bundled(), { count: 200, rounds: 20 }]),
    );
  } finally {
    await page.close();
  }
}

async function bundled() {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: ['bench/validation-page.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'chrome130',
  });
  return outputFiles[0]?.text ?? '';
}

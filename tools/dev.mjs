/** `npm run dev [-- --port N]`: the face in a plain page, on a host in memory. Prints its address as one line. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensurePackages } from './ensure.mjs';

const popup = new URL('../popup/', import.meta.url);

/** @type {Record<string, { file: URL, type: string }>} */
const files = {
  '/': { file: new URL('dev/dev.html', popup), type: 'text/html' },
  '/tokens.css': { file: new URL('tokens.css', popup), type: 'text/css' },
  '/claimcheck.css': { file: new URL('claimcheck.css', popup), type: 'text/css' },
};

/**
 * Serves the plain page on 127.0.0.1; the code is bundled anew for each load, unless told that it does not change.
 *
 * @param {number} [port] 0 takes a free one
 * @param {{ isFixed?: boolean }} [options]
 */
export async function serveDev(port = 0, { isFixed = false } = {}) {
  const bundler = await createBundler(isFixed);
  /** @type {Promise<{ outputFiles?: { text: string }[] }> | undefined} */
  let bundled;
  const bundle = () => {
    if (!isFixed) return bundler.rebuild();
    bundled ??= bundler.rebuild();
    return bundled;
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    try {
      const found = await answer(pathname, bundle);
      response.writeHead(found ? 200 : 404, {
        'content-type': `${found?.type ?? 'text/plain'}; charset=utf-8`,
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'",
      });
      response.end(found?.body ?? 'Not found');
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(String(error));
    }
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await bundler.dispose();
  };
  const address = server.address();
  const taken = address !== null && typeof address === 'object' ? address.port : port;
  return { url: `http://127.0.0.1:${taken}/`, close };
}

/**
 * @param {string} pathname
 * @param {() => Promise<{ outputFiles?: { text: string }[] }>} bundle
 */
async function answer(pathname, bundle) {
  if (pathname === '/dev.js') {
    const { outputFiles = [] } = await bundle();
    return { body: outputFiles[0]?.text ?? '', type: 'text/javascript' };
  }
  const entry = Object.hasOwn(files, pathname) ? files[pathname] : undefined;
  return entry && { body: await readFile(entry.file, 'utf8'), type: entry.type };
}

/**
 * Bundles incrementally: what did not change since the last load costs little.
 *
 * @param {boolean} isFixed
 */
async function createBundler(isFixed) {
  const { context } = await import('esbuild');
  return context({
    entryPoints: [fileURLToPath(new URL('dev/dev.tsx', popup))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    ...(isFixed ? { minify: true } : { sourcemap: /** @type {const} */ ('inline') }),
    write: false,
    logLevel: 'silent',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensurePackages();
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const { url } = await serveDev(Number(values.port));
  console.log(url);
}

/** The loopback server of all measurements: a page of many requests, a provider that redirects, a callback. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { answerOf } from './login.mjs';

const requestsOfPage = 400;

const manyRequests = `<!doctype html><title>page</title><script>
const one = (i) => fetch('/small?' + i).then((response) => response.text());
globalThis.finished = Promise.all(Array.from({ length: ${requestsOfPage} }, (_, i) => one(i))).then(() => performance.now());
</script>`;

/** @typedef {Awaited<ReturnType<typeof serveSite>>} Site */

export async function serveSite() {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.setHeader('cache-control', 'no-store');
    switch (pathname) {
      case '/small':
        return response.end('small');
      case '/many':
        return response.setHeader('content-type', 'text/html').end(manyRequests);
      case '/authorize':
        return response.writeHead(302, { location: `/callback#${answerOf(searchParams.get('round') ?? '')}` }).end();
      default:
        return response.setHeader('content-type', 'text/html').end('<!doctype html><title>page</title>');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address()); // listening on TCP
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

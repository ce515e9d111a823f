import { createServer } from 'node:net';

const HOSTS = ['127.0.0.1', '::1'];

/**
 * A port where nothing listens right now, neither on 127.0.0.1 nor on ::1.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (let attempt = 0; attempt < 20; attempt++) {
    const port = await listenOnce('127.0.0.1', 0);
    if (port !== undefined && (await isFree(port))) return port;
  }
  throw new Error('No free port on 127.0.0.1 and ::1');
}

/**
 * @param {number} port
 */
export async function isFree(port) {
  for (const host of HOSTS) {
    if ((await listenOnce(host, port)) === undefined) return false;
  }
  return true;
}

/**
 * Listens, closes, and gives the port; undefined when it is taken. A host this machine does not have is no one's port.
 *
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number | undefined>}
 */
function listenOnce(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(port);
      else reject(error);
    });
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}

import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort, isFree } from '../../tools/free-port.mjs';

test('a port is free until someone listens on it', async () => {
  const port = await freePort();
  expect(await isFree(port)).toBe(true);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await isFree(port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
});

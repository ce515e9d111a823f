import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitUntil } from '../../../tools/wait-until.mjs';

export type PageServer = { origin: string; port: number; requests: string[]; close(): Promise<void> };

/** A web server on 127.0.0.1 whose answers a test gives; it lists what was asked of it. */
export async function servePages(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<PageServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    close: () => endServer(server),
  };
}

/** Waits until a request such as `POST /callback` has come: an answer can be captured before it reaches the app. */
export function untilAsked({ requests }: Pick<PageServer, 'requests'>, request: string): Promise<unknown> {
  return waitUntil(() => requests.includes(request), { what: request });
}

/** Ends a server at once, with whatever connections are open. */
export function endServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** An HTML page with this body. */
export function html(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>page</title>${body}`);
}

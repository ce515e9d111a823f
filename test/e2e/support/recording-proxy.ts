import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A request as it left the browser. Of what is encrypted only the host is seen: `method` is CONNECT, `path` ''. */
export type Passed = { at: number; method: string; host: string; path: string; headers: Record<string, string> };

export type RecordingProxy = {
  port: number;
  passed: Passed[];
  /** With the network cut nothing is passed on, not to this machine either. */
  isCut: boolean;
  close(): Promise<void>;
};

const own = new Set(['localhost', '127.0.0.1', '[::1]']);
const refused = 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/**
 * A proxy that notes every request and lets none beyond this machine: what is for elsewhere fails, as with no network.
 * Each connection carries one request, byte for byte as it came.
 */
export async function startProxy(): Promise<RecordingProxy> {
  const passed: Passed[] = [];
  const open = new Set<Socket>();
  const proxy: RecordingProxy = {
    port: 0,
    passed,
    isCut: false,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  const server = createServer((client) => {
    open.add(client);
    client.on('error', () => {}); // the browser has closed
    client.on('close', () => open.delete(client));
    let head = Buffer.alloc(0);
    const read = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      client.off('data', read);
      client.pause();
      const request = parseHead(head.subarray(0, end).toString('latin1'));
      passed.push(request.passed);
      if (proxy.isCut) client.destroy();
      else passOn(client, request, head.subarray(end));
    };
    client.on('data', read);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  proxy.port = port;
  return proxy;
}

type Request = { passed: Passed; to: URL; lines: string[] };

function parseHead(head: string): Request {
  const [first = '', ...lines] = head.split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const isTunnel = method === 'CONNECT';
  const to = new URL(isTunnel ? `https://${target}` : target);
  const headers = Object.fromEntries(lines.map((line) => [line.split(':')[0]?.toLowerCase(), textAfter(line)]));
  return { passed: { at: Date.now(), method, host: to.host, path: isTunnel ? '' : to.pathname, headers }, to, lines };
}

function textAfter(line: string): string {
  return line.slice(line.indexOf(':') + 1).trim();
}

function passOn(client: Socket, { passed: { method }, to, lines }: Request, rest: Buffer): void {
  const isTunnel = method === 'CONNECT';
  if (!own.has(to.hostname)) {
    // a page that says 502 would be an answer; a tunnel that is refused is none
    if (isTunnel) client.end(refused);
    else client.destroy();
    return;
  }
  const server = connect(Number(to.port || (isTunnel ? 443 : 80)), to.hostname.replace(/[[\]]/g, ''));
  server.on('error', () => client.destroy());
  server.on('close', () => client.destroySoon());
  client.on('close', () => server.destroy());
  server.on('connect', () => {
    if (isTunnel) client.write('HTTP/1.1 200 OK\r\n\r\n');
    else {
      const kept = lines.filter((line) => !/^(?:proxy-connection|connection):/i.test(line));
      const first = `${method} ${to.pathname}${to.search} HTTP/1.1`;
      server.write([first, ...kept, 'Connection: close'].join('\r\n'), 'latin1');
      server.write(rest);
    }
    client.pipe(server);
    server.pipe(client);
  });
}

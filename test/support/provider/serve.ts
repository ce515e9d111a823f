import { randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Profile } from '../../../src/protocol/records.ts';
import { endServer } from '../../e2e/support/page-server.ts';
import { authorize, metadataOf } from './endpoints.ts';
import { type Fault, type FaultName, faults } from './faults.ts';
import { type Issuer, makeKeys, userinfoOf } from './issue.ts';
import { type Client, emptyMemory } from './memory.ts';
import { beginSession, endSession, hasSession } from './sessions.ts';
import { answerToken, revoke } from './token-endpoint.ts';

/** A request that came in. */
export type Asked = { method: string; path: string; query: URLSearchParams; headers: IncomingHttpHeaders };
/** What was sent to the token or the revocation endpoint. */
export type Sent = { path: string; form: Record<string, string>; headers: IncomingHttpHeaders };

export type Provider = {
  /** Where it listens: http on 127.0.0.1. */
  origin: string;
  issuer: string;
  secret: string;
  endpoints: Required<Omit<Profile['endpoints'], 'jwks'>>;
  requests: Asked[];
  /** What came to the token and the revocation endpoint, in order. */
  sent: Sent[];
  /** How it errs from now on. The lists of requests begin anew, and what was held back is answered. */
  err(name: FaultName): void;
  /** From now on this client shows who it is in this way. */
  register(clientId: string, client: Client): void;
  /** Nobody is signed in any more. */
  endSessions(): void;
  /** New keys, under new key ids; the old ones are gone. */
  rotateKeys(): void;
  /** Reaches the provider under the name of its issuer, and nothing else. */
  fetch: typeof fetch;
  close(): Promise<void>;
};

type Options = { issuer?: string; isCognito?: boolean; now?: () => number };

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-expose-headers': 'retry-after, www-authenticate',
};

/**
 * An OpenID provider on loopback that asks nobody: it answers each request at once, and errs as it is told. `issuer`
 * is what it is called where that is not where it listens; `now` gives milliseconds.
 */
export async function serveOpenId({ issuer, isCognito = false, now = Date.now }: Options = {}): Promise<Provider> {
  const requests: Asked[] = [];
  const sent: Sent[] = [];
  const memory = emptyMemory();
  let fault: Fault = {};
  /** Lets go of what the present fault holds back. */
  let release = () => {};
  let released = Promise.resolve();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  const origin = `http://127.0.0.1:${port}`;
  const us: Issuer = {
    issuer: issuer ?? origin,
    secret: randomBytes(32).toString('base64url'),
    keys: makeKeys('first'),
    isCognito,
    now,
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const { pathname: path, searchParams: query } = new URL(request.url ?? '', origin);
    requests.push({ method, path, query, headers });
    response.setHeader('date', new Date(now()).toUTCString());
    const json = (value: unknown, status = 200, type = 'application/json') =>
      response.writeHead(status, { ...cors, 'content-type': type, 'cache-control': 'no-store' }).end(value);
    if (method === 'OPTIONS') response.writeHead(204, cors).end();
    else if (path === '/.well-known/openid-configuration') json(JSON.stringify(metadataOf(us, fault)));
    else if (path.startsWith('/keys')) json(JSON.stringify({ keys: shownKeys(us, fault) }));
    else if (path === '/authorize') {
      const isSignedIn = hasSession(memory, request);
      const answered = authorize(us, { query, isSignedIn }, fault, memory);
      if (!isSignedIn && query.get('prompt') !== 'none') beginSession(memory, request, response);
      redirect(response, answered);
    } else if (path === '/token' || path === '/revoke') {
      const form = await formOf(request);
      sent.push({ path, form: Object.fromEntries(form), headers });
      const reply =
        path === '/token'
          ? answerToken(us, { form, headers }, fault, memory)
          : revoke({ form, headers }, fault, memory);
      if (fault.isHeld) await released;
      response.writeHead(reply.status, { ...cors, ...reply.headers }).end(reply.body);
    } else if (path === '/end') {
      endSession(memory, request, response);
      redirect(response, { to: afterSignOut(query) ?? '/signed-out' });
    } else if (path === '/userinfo') {
      const holder = memory.accessTokens.get(/^Bearer (.*)/.exec(headers.authorization ?? '')?.[1] ?? '');
      const { type, body } = userinfoOf(us, holder?.clientId ?? '', fault);
      if (holder === undefined) json('{"error":"invalid_token"}', 401);
      else json(body, 200, type);
    } else response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.');
  }

  return {
    origin,
    issuer: us.issuer,
    secret: us.secret,
    endpoints: {
      authorization: `${us.issuer}/authorize`,
      token: `${us.issuer}/token`,
      userinfo: `${us.issuer}/userinfo`,
      revocation: `${us.issuer}/revoke`,
      endSession: `${us.issuer}/end`,
    },
    requests,
    sent,
    err(name) {
      release();
      released = new Promise((resolve) => {
        release = resolve;
      });
      fault = faults[name];
      requests.length = 0;
      sent.length = 0;
    },
    register: (clientId, client) => void memory.clients.set(clientId, client),
    endSessions: () => memory.sessions.clear(),
    rotateKeys() {
      us.keys = makeKeys(randomBytes(6).toString('hex'));
    },
    fetch(input, init) {
      const address = String(input);
      if (!address.startsWith(`${us.issuer}/`)) throw new TypeError(`No other host is to be asked: ${address}`);
      return fetch(`${origin}${address.slice(us.issuer.length)}`, init);
    },
    close: () => endServer(server),
  };
}

function shownKeys({ keys }: Issuer, { keys: { count = keys.length, hasKid = true } = {} }: Fault): unknown[] {
  return keys.slice(0, count).map(({ jwk: { kid, ...jwk } }) => (hasKid ? { ...jwk, kid } : jwk));
}

function redirect(response: ServerResponse, { to, form }: { to: string; form?: [string, string][] }): void {
  if (!form) {
    response.writeHead(302, { location: to }).end();
    return;
  }
  const inputs = form.map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join('');
  const page = `<form method="post" action="${to}">${inputs}</form><script>document.forms[0].submit()</script>`;
  response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Signed in</title>${page}`);
}

/** RP-initiated logout: back to where the client asked for, with its state. */
function afterSignOut(query: URLSearchParams): string | undefined {
  const to = query.get('post_logout_redirect_uri');
  if (to === null) return undefined;
  const state = query.get('state');
  return state === null ? to : `${to}?${new URLSearchParams({ state })}`;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}

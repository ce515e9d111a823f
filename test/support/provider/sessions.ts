import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Memory } from './memory.ts';

/** Cookies do not tell ports apart, providers of one test do. */
function nameFor(request: IncomingMessage): string {
  return `session-${request.socket.localPort}`;
}

function findCookie(request: IncomingMessage): string | undefined {
  const cookies = (request.headers.cookie ?? '').split('; ').map((pair) => pair.split('='));
  return cookies.find(([name]) => name === nameFor(request))?.[1];
}

export function hasSession({ sessions }: Memory, request: IncomingMessage): boolean {
  return sessions.has(findCookie(request) ?? '');
}

/** The browser is known from now on, until it closes. */
export function beginSession({ sessions }: Memory, request: IncomingMessage, response: ServerResponse): void {
  const value = randomBytes(16).toString('hex');
  sessions.add(value);
  response.setHeader('set-cookie', `${nameFor(request)}=${value}; HttpOnly; SameSite=Lax; Path=/`);
}

export function endSession({ sessions }: Memory, request: IncomingMessage, response: ServerResponse): void {
  sessions.delete(findCookie(request) ?? '');
  response.setHeader('set-cookie', `${nameFor(request)}=; Max-Age=0; Path=/`);
}

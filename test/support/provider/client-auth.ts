import type { IncomingHttpHeaders } from 'node:http';
import type { Memory } from './memory.ts';

/** Who asks, as the request shows it, or nobody: then the client is not who it says. */
export type Asking = { ok: true; clientId: string | undefined } | { ok: false };

/** Client authentication (RFC 6749 section 2.3.1). More than the registered way is refused as well. */
export function findClient({ clients }: Memory, form: URLSearchParams, { authorization }: IncomingHttpHeaders): Asking {
  const basic = authorization === undefined ? undefined : readBasic(authorization);
  const clientId = basic?.id ?? form.get('client_id') ?? undefined;
  const client = clientId === undefined ? undefined : clients.get(clientId);
  if (!client) return authorization === undefined ? { ok: true, clientId } : { ok: false };
  const sent = { basic: authorization !== undefined, post: form.has('client_secret') };
  const isAsRegistered = {
    none: !sent.basic && !sent.post,
    client_secret_basic: !sent.post && basic?.secret === client.secret,
    client_secret_post: !sent.basic && form.get('client_secret') === client.secret,
  }[client.auth];
  return isAsRegistered ? { ok: true, clientId } : { ok: false };
}

/** Id and secret are form-encoded before they become the two halves of the header. */
function readBasic(header: string): { id: string; secret: string } | undefined {
  const [, encoded] = /^Basic ([\w+/]+=*)$/.exec(header) ?? [];
  if (encoded === undefined) return undefined;
  const [, id = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  return { id: decodeForm(id), secret: decodeForm(secret) };
}

/** application/x-www-form-urlencoded; what was not encoded becomes something else. */
function decodeForm(text: string): string {
  return new URLSearchParams(`v=${text}`).get('v') ?? '';
}

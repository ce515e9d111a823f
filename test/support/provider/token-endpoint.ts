import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { findClient } from './client-auth.ts';
import type { Fault } from './faults.ts';
import { accessTokenOf, type Grant, type Issuer, idTokenOf } from './issue.ts';
import { endGrant, type Memory } from './memory.ts';
import type { Values } from './signing.ts';

export type Asked = { form: URLSearchParams; headers: IncomingHttpHeaders };
export type Reply = { status: number; headers: Record<string, string>; body: string };

const noStore = { 'cache-control': 'no-store' };
const json = (value: Values, status = 200, headers: Record<string, string> = noStore): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});
const refusal = (error: string): Reply => json({ error }, 400);
/** The challenge names the way that the client used (RFC 6749 section 5.2). */
const strange = json({ error: 'invalid_client' }, 401, { ...noStore, 'www-authenticate': 'Basic realm="provider"' });

/** Tokens, or an error (RFC 6749 sections 4.1.3, 4.4.2, 5 and 6). Where the fault says so what it says, and nothing is done. */
export function answerToken(us: Issuer, { form, headers }: Asked, fault: Fault, memory: Memory): Reply {
  if (fault.reply) return { headers: {}, body: '', ...fault.reply };
  const granted = grantTokens(us, { form, headers }, fault, memory);
  return granted.status === 200 && fault.headers ? { ...granted, headers: fault.headers(granted.headers) } : granted;
}

/** Ends a token (RFC 7009 section 2). What is not known is over already. */
export function revoke({ form, headers }: Asked, fault: Fault, memory: Memory): Reply {
  if (fault.reply) return { headers: {}, body: '', ...fault.reply };
  const asking = findClient(memory, form, headers);
  if (!asking.ok) return strange;
  const token = form.get('token');
  if (token === null) return refusal('invalid_request');
  const grant = memory.grants.get(token);
  if (grant) endGrant(memory, grant);
  memory.accessTokens.delete(token);
  return { status: 200, headers: noStore, body: '' };
}

function grantTokens(us: Issuer, { form, headers }: Asked, fault: Fault, memory: Memory): Reply {
  const asking = findClient(memory, form, headers);
  if (!asking.ok) return strange;
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return forItself(us, asking.clientId, form.get('scope') ?? '', fault, memory);
    case 'refresh_token':
      return spend(form.get('refresh_token') ?? '', asking.clientId, memory, (grant, given) => {
        if (fault.keepsRefreshToken) memory.grants.set(given, grant);
        const { idToken = {}, refreshed = idToken } = fault;
        return tokens(us, grant, { fault, memory, signed: refreshed, hasRefreshToken: !fault.keepsRefreshToken });
      });
    case 'authorization_code':
      return spend(form.get('code') ?? '', asking.clientId, memory, (grant) => {
        if (!isOfRequest(form, grant)) return refusal('invalid_grant');
        const { idToken = {}, second = idToken } = fault;
        return tokens(us, grant, { fault, memory, signed: second, hasRefreshToken: true });
      });
    default:
      return refusal('unsupported_grant_type');
  }
}

/** A code or a refresh token is good for one answer. Used again, it ends all that came of it (RFC 9700 section 4.14). */
function spend(
  given: string,
  clientId: string | undefined,
  memory: Memory,
  use: (grant: Grant, given: string) => Reply,
): Reply {
  const again = memory.spent.get(given);
  if (again) endGrant(memory, again);
  const grant = memory.grants.get(given);
  if (!grant || (clientId !== undefined && clientId !== grant.clientId)) return refusal('invalid_grant');
  memory.grants.delete(given);
  memory.spent.set(given, grant);
  const reply = use(grant, given);
  if (memory.grants.has(given)) memory.spent.delete(given);
  return reply;
}

/** RFC 7636 section 4.6. */
function isOfRequest(form: URLSearchParams, { redirectUri, challenge }: Grant): boolean {
  const hash = createHash('sha256').update(form.get('code_verifier') ?? '');
  return redirectUri === form.get('redirect_uri') && challenge === hash.digest('base64url');
}

type Issuing = { fault: Fault; memory: Memory; signed: Fault['refreshed'] & object; hasRefreshToken: boolean };

function tokens(us: Issuer, grant: Grant, { fault, memory, signed, hasRefreshToken }: Issuing): Reply {
  const { clientId, scope } = grant;
  const accessToken = accessTokenOf(us, clientId, scope);
  memory.accessTokens.set(accessToken, { clientId, grant });
  const refreshToken = randomBytes(24).toString('base64url');
  if (hasRefreshToken) memory.grants.set(refreshToken, grant);
  return json(
    changed(fault, {
      access_token: accessToken,
      ...(hasRefreshToken && { refresh_token: refreshToken }),
      token_type: 'Bearer',
      expires_in: 3600,
      scope,
      ...(scope.split(' ').includes('openid') && {
        id_token: idTokenOf(us, grant, { accessToken }, { idToken: signed }),
      }),
    }),
  );
}

/** RFC 6749 section 4.4.3: no refresh token, and no person whom an ID token could name. */
function forItself(us: Issuer, clientId: string | undefined, scope: string, fault: Fault, memory: Memory): Reply {
  if (clientId === undefined || memory.clients.get(clientId)?.secret === undefined)
    return refusal('unauthorized_client');
  const accessToken = accessTokenOf(us, clientId, scope);
  memory.accessTokens.set(accessToken, { clientId });
  return json(changed(fault, { access_token: accessToken, token_type: 'Bearer', expires_in: 3600, scope }));
}

function changed({ token }: Fault, values: Values): Values {
  return token ? token(values) : values;
}

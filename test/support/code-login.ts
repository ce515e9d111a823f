import type { Fetched } from '../../src/protocol/fetched.ts';
import type { Capture, PendingLogin, Profile } from '../../src/protocol/records.ts';
import { capture, login, now, profile } from './records.ts';

/** In no way short of what is masked: they must stand nowhere but where they belong. */
export const code = 'the-code-of-this-login';
export const verifier = 'the-verifier-of-this-login-0123456789-0123456789';
export const secret = 'the secret: of "this" client/0';
export const refreshToken = 'the-refresh-token-of-this-login';

const callback = 'https://app.example/callback';
const scopes = ['email'];
const request = { responseType: 'code', scopes, redirectUri: callback, pkce: 'S256' } as const;

/** A provider without an issuer, so that nothing is fetched to judge its answers. */
export function codeProfile(over: Partial<Profile> = {}): Profile {
  const { issuer: _, ...rest } = profile({
    provider: 'oidc',
    clientId: 'the-client',
    callback,
    responseType: 'code',
    scopes,
    endpoints: {
      authorization: 'https://op.example/authorize',
      token: 'https://op.example/token',
      revocation: 'https://op.example/revoke',
    },
  });
  return { ...rest, ...over };
}

/** A login that has come back with a code. */
export function codeLogin(over: Partial<PendingLogin> = {}): PendingLogin {
  return login({ verifier, request, captureIds: ['c1'], ended: true, ...over });
}

/** The answer to it, as it was taken in. */
export function codeCapture(over: Partial<Capture> = {}): Capture {
  return capture({
    source: 'query',
    callback,
    params: [
      ['code', code],
      ['state', 'the-state'],
    ],
    tokens: {},
    request: { ...request, state: 'the-state', nonce: 'the-nonce' },
    ...over,
  });
}

/** The same, once the code was exchanged and all was judged. */
export function heldCapture(over: Partial<Capture> = {}): Capture {
  const tokens = { access_token: 'an-access-token', refresh_token: refreshToken };
  return codeCapture({
    tokens,
    tokenType: 'Bearer',
    expiresAt: now / 1000 + 3600,
    judgedAt: now,
    tokenCalls: [{ grant: 'authorization_code', at: now, status: 200 }],
    tokenAnswer: {
      grant: 'authorization_code',
      at: now,
      status: 200,
      contentType: 'application/json',
      cacheControl: 'no-store',
      body: '{"access_token":"","refresh_token":"","token_type":"Bearer","expires_in":3600}',
    },
    ...over,
  });
}

/** An answer of the token endpoint. */
export function answered(members: unknown, over: { status?: number; headers?: Record<string, string> } = {}): Fetched {
  const { status = 200, headers = {} } = over;
  const body = typeof members === 'string' ? members : JSON.stringify(members);
  const sent = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  return { ok: true, status, headers: sent, body, durationMs: 120 };
}

export const goodAnswer = { access_token: 'a-new-access-token', token_type: 'Bearer', expires_in: 3600 };

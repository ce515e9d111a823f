import { parseUrl } from '../protocol/url.ts';
import { type Fetched, guardedGet } from './guarded-fetch.ts';

export const discoveryLimits = { timeoutMs: 5_000, maxBytes: 262_144 };

const path = '/.well-known/openid-configuration';

/** Where an issuer's metadata lies (OpenID Connect Discovery section 4). A trailing slash is not doubled. */
export function discoveryAddress(issuer: string): string | undefined {
  const url = parseUrl(issuer);
  if (url?.search !== '' || url.hash !== '') return undefined;
  return `${issuer.replace(/\/$/, '')}${path}`;
}

export function discoveryRequest(address: string, get: typeof guardedGet = guardedGet): Promise<Fetched> {
  return get(address, { Accept: 'application/json' }, discoveryLimits);
}

export type Endpoints = Partial<
  Record<'authorization' | 'token' | 'userinfo' | 'revocation' | 'endSession' | 'jwks', string>
>;

export type DiscoveryResult =
  | {
      ok: true;
      issuer: string;
      endpoints: Endpoints;
      metadata: { fetchedAt: number; document: Record<string, unknown> };
    }
  | {
      ok: false;
      problem:
        | 'address'
        | 'unreachable'
        | 'timeout'
        | 'redirect'
        | 'status'
        | 'not_json'
        | 'too_large'
        | 'issuer_mismatch';
      detail?: string;
    };

const members: Record<keyof Endpoints, string> = {
  authorization: 'authorization_endpoint',
  token: 'token_endpoint',
  userinfo: 'userinfo_endpoint',
  revocation: 'revocation_endpoint',
  endSession: 'end_session_endpoint',
  jwks: 'jwks_uri',
};

/** Reads a discovery answer. The issuer it names must be the configured one, to the letter (section 4.3). */
export function processDiscovery(issuer: string, fetched: Fetched, now: number): DiscoveryResult {
  if (!fetched.ok) return { ok: false, problem: unanswered[fetched.kind] };
  if (fetched.status !== 200) return { ok: false, problem: 'status', detail: String(fetched.status) };
  const document = parseObject(fetched.body);
  if (!document) return { ok: false, problem: 'not_json' };
  const named = document.issuer;
  if (named !== issuer) {
    return { ok: false, problem: 'issuer_mismatch', detail: typeof named === 'string' ? named : 'none' };
  }
  const endpoints: Endpoints = {};
  for (const [key, member] of Object.entries(members)) {
    const value = document[member];
    if (typeof value === 'string') endpoints[key as keyof Endpoints] = value; // a key of the table above
  }
  return { ok: true, issuer, endpoints, metadata: { fetchedAt: now, document } };
}

const unanswered = {
  blocked_scheme: 'address',
  offline: 'unreachable',
  unreachable: 'unreachable',
  timeout: 'timeout',
  redirect: 'redirect',
  too_large: 'too_large',
} as const;

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

import type { Profile } from './records.ts';

export type Endpoints = Partial<Profile['endpoints']>;

/** A discovery document reduced to what a profile needs, or what went wrong. */
export type Discovered =
  | { ok: true; issuer: string; endpoints: Endpoints; metadata: NonNullable<Profile['metadata']> }
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
      /** The status, or the issuer that the document names. */
      detail?: string;
    };

const members: [keyof Endpoints, string][] = [
  ['authorization', 'authorization_endpoint'],
  ['token', 'token_endpoint'],
  ['userinfo', 'userinfo_endpoint'],
  ['revocation', 'revocation_endpoint'],
  ['endSession', 'end_session_endpoint'],
  ['jwks', 'jwks_uri'],
];

/**
 * Reads a discovery document. The issuer it names must be the configured one, to the letter (OpenID Connect Discovery
 * section 4.3). `now` is in milliseconds.
 */
export function readDiscovery(issuer: string, body: string, now: number): Discovered {
  const document = parseObject(body);
  if (!document) return { ok: false, problem: 'not_json' };
  const { issuer: named } = document;
  if (named !== issuer) {
    return { ok: false, problem: 'issuer_mismatch', detail: typeof named === 'string' ? named : 'none' };
  }
  const endpoints: Endpoints = {};
  for (const [key, member] of members) {
    const value = document[member];
    if (typeof value === 'string') endpoints[key] = value;
  }
  return { ok: true, issuer, endpoints, metadata: { fetchedAt: now, document } };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

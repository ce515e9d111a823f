import { type Endpoint, endpointMembers } from './endpoints.ts';
import { scanJson } from './json-scan.ts';
import type { Profile } from './records.ts';

export type Endpoints = Partial<Profile['endpoints']>;

/** Why there is no document. `detail`: the status. */
export type NoDocument = {
  problem: 'address' | 'unreachable' | 'timeout' | 'redirect' | 'status' | 'not_json' | 'too_large';
  detail?: string;
};

/** A discovery document reduced to what a profile needs, or what went wrong. */
export type Discovered =
  | {
      ok: true;
      issuer: string;
      endpoints: Endpoints;
      metadata: NonNullable<Profile['metadata']>;
      /** Of a copy that was saved earlier: why the document itself could not be had now. */
      savedFor?: NoDocument;
    }
  | ({ ok: false } & NoDocument)
  /** `detail`: the issuer that the document names. */
  | { ok: false; problem: 'issuer_mismatch'; detail?: string };

const members = Object.entries(endpointMembers) as [Endpoint, string][]; // the keys of the table

/** Deeper documents can be read, but no longer stored or sent on. */
const deepest = 64;

/** Reads a discovery document as it came. `now` is in milliseconds. Never throws. */
export function readDiscovery(issuer: string, body: string, now: number): Discovered {
  const document = parseObject(body);
  return document ? readMetadata(issuer, document, now) : { ok: false, problem: 'not_json' };
}

/**
 * What a discovery document says. The issuer it names must be the configured one, to the letter (OpenID Connect
 * Discovery section 4.3, RFC 8414 section 3.3). An endpoint that is no text is left out. `fetchedAt` is in milliseconds.
 */
export function readMetadata(issuer: string, document: Record<string, unknown>, fetchedAt: number): Discovered {
  const { issuer: named } = document;
  if (named !== issuer) {
    return { ok: false, problem: 'issuer_mismatch', detail: typeof named === 'string' ? named : 'none' };
  }
  const endpoints: Endpoints = {};
  for (const [key, member] of members) {
    const value = document[member];
    if (typeof value === 'string') endpoints[key] = value;
  }
  return { ok: true, issuer, endpoints, metadata: { fetchedAt, document } };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && scanJson(text).depth <= deepest ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

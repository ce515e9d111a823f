import type { Discovered } from '../protocol/discovery.ts';
import type { Capture, Profile } from '../protocol/records.ts';

/** A key as a key set holds it (RFC 7517 section 4). Nothing of it is trusted before the check `key`. */
export type Jwk = Readonly<Record<string, unknown>>;

/** Why there is no key set to check with: trouble with the network or the document, never a verdict on the token. */
export type NoKeys =
  | { why: 'no_issuer' | 'no_address' | 'blocked_scheme' | 'offline' | 'unreachable' | 'timeout' | 'redirect' }
  | { why: 'too_large' | 'not_json' | 'no_keys' | 'too_many_keys' | 'wrong_issuer' }
  /** `detail`: the status or the content type that came. */
  | { why: 'status' | 'content_type'; detail: string };

/** The key set of the configured issuer, as it was fetched. Times in milliseconds. */
export type KeySet =
  | {
      ok: true;
      address: string;
      fetchedAt: number;
      /** How long it took to fetch it. */
      durationMs?: number;
      keys: Jwk[];
      /** Keys that were in an earlier set: they check what was captured while they were there. */
      retired: { key: Jwk; seenAt: number }[];
    }
  | ({ ok: false; address?: string } & NoKeys);

/**
 * All that an answer is judged by. Expected values come from the profile, the configured issuer's documents and the
 * request of the login (`capture.request`, only of a login started here): never from the token under test.
 */
export type Known = {
  capture: Capture;
  /** The profile of the capture; undefined when it was deleted. */
  profile: Profile | undefined;
  /** Every registered profile, that of the capture among them. */
  profiles: readonly Profile[];
  /** Whether another answer with the same state came before: a state is good for one answer. */
  isStateSpent: boolean;
  /** The metadata of the profile's issuer; undefined when the profile names none. */
  discovered: Discovered | undefined;
  keys: KeySet;
  /** Of a client with one, while the browser runs. */
  clientSecret?: string;
  /** The provider's clock less this computer's, in milliseconds, where its Date header could be read. */
  clockSkew?: number;
  /** The moment that counts for times: when the answer came, in milliseconds. */
  at: number;
};

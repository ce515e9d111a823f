import type { Discovered } from '../protocol/discovery.ts';
import type { Profile } from '../protocol/records.ts';
import type { DocumentsWorld, Stamp } from './document-world.ts';
import { findKeys } from './find-keys.ts';
import { findMetadata } from './find-metadata.ts';
import type { KeySet } from './known.ts';
import { longestKid } from './select-keys.ts';
import { toldSkew } from './skew.ts';

export type { DocumentsWorld };

export type Documents = { discovered: Discovered | undefined; keys: KeySet; clockSkew?: number };

/**
 * The documents of a profile's issuer: its metadata and its key set, from the cache while they are fresh. A key set that
 * lacks one of the `kids` is fetched once more, with a cool-down. `anew`: nothing is taken from the cache. Never throws.
 */
export async function fetchDocuments(
  profile: Profile | undefined,
  kids: readonly string[],
  world: DocumentsWorld,
  { anew = false }: { anew?: boolean } = {},
): Promise<Documents> {
  if (!profile?.issuer) return { discovered: undefined, keys: { ok: false, why: 'no_issuer' } };
  const metadata = await findMetadata(profile.issuer, profile.metadata, world, anew);
  const { discovered } = metadata;
  // nothing of a document that names another issuer is used, nor anything in its place
  if (!discovered.ok && discovered.problem === 'issuer_mismatch') {
    return { discovered, keys: { ok: false, why: 'wrong_issuer' } };
  }
  const address = keyAddress(profile, profile.issuer, discovered);
  if (address === undefined) {
    // the metadata would have said it, and access to the host may let it be read
    const why = !discovered.ok && discovered.problem === 'unreachable' ? 'unreachable' : 'no_address';
    return { discovered, keys: { ok: false, why }, ...skewOfNewest(metadata) };
  }
  const ids = kids.filter((kid) => kid.length <= longestKid);
  const found = await findKeys(address, ids, world, anew);
  return { discovered, keys: found.keys, ...skewOfNewest(metadata, found) };
}

/** Where the key set lies. That of a Cognito user pool has a fixed place below its issuer. */
function keyAddress({ provider, endpoints }: Profile, issuer: string, discovered: Discovered): string | undefined {
  const named = discovered.ok ? discovered.endpoints.jwks : undefined;
  const fixed = provider === 'cognito' ? `${issuer}/.well-known/jwks.json` : undefined;
  return named ?? endpoints.jwks ?? fixed;
}

function skewOfNewest(...documents: { stamp?: Stamp }[]): { clockSkew?: number } {
  const told = documents.flatMap(({ stamp }) => (stamp?.skew === undefined ? [] : [stamp]));
  return toldSkew(told.sort((one, other) => other.fetchedAt - one.fetchedAt)[0]?.skew);
}

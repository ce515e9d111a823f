import { readMetadata } from '../protocol/discovery.ts';
import type { Capture } from '../protocol/records.ts';
import { sampleProfile } from '../protocol/sample-profile.ts';
import type { Documents } from './fetch-documents.ts';

/** What a sample is judged by: the metadata made for all of them, and the key it was signed with. Nothing is fetched. */
export function sampleDocuments({ capturedAt, sampleKeys: keys }: Capture): Documents {
  const { issuer = '', metadata, endpoints } = sampleProfile;
  const address = endpoints.jwks ?? '';
  return {
    discovered: readMetadata(issuer, metadata?.document ?? {}, capturedAt),
    keys: keys ? { ok: true, address, fetchedAt: capturedAt, keys, retired: [] } : { ok: false, why: 'no_keys' },
  };
}

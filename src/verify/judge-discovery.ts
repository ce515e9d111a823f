import type { NoDocument } from '../protocol/discovery.ts';
import type { Verdict } from '../protocol/records.ts';
import { judgeEndpoints } from './judge-endpoints.ts';
import type { Known } from './known.ts';
import { failed, notChecked, passed } from './verdict.ts';

/**
 * The verdicts of `discovery_issuer` and `discovery_endpoints`. Without an issuer nothing is discovered. Of a copy that was
 * saved earlier nothing is said: what the issuer publishes now is not known.
 */
export function judgeDiscovery({ profile, discovered }: Known): Verdict[] {
  if (!profile?.issuer || !discovered) return [];
  if (discovered.ok) {
    if (discovered.savedFor) return judgeWithout(discovered.savedFor);
    return [passed('discovery_issuer'), judgeEndpoints(profile, profile.issuer, discovered)];
  }
  if (discovered.problem === 'issuer_mismatch') {
    const unused = 'The metadata names another issuer, so nothing of it is used. Correct the issuer in the profile.';
    return [
      failed('discovery_issuer', { expected: profile.issuer, actual: discovered.detail ?? 'none' }),
      notChecked('discovery_endpoints', unused),
    ];
  }
  return judgeWithout(discovered);
}

function judgeWithout(missing: NoDocument): Verdict[] {
  const reason = wordsFor(missing);
  return [notChecked('discovery_issuer', reason), notChecked('discovery_endpoints', reason)];
}

function wordsFor({ problem, detail = 'none' }: NoDocument): string {
  switch (problem) {
    case 'address':
      return 'Metadata is asked for at an https issuer without a query, and the profile’s is none. Correct it there.';
    case 'unreachable':
      return 'The issuer’s metadata could not be had: its host did not answer, or its answer may not be read. Check the connection and the access to the host, then check again.';
    case 'timeout':
      return 'The issuer’s metadata did not come within 5 s. Check again later.';
    case 'redirect':
      return 'The issuer leads on to another address, which is not followed. Enter the issuer that the metadata there names.';
    case 'status':
      return `The issuer answered with status ${detail} where its metadata should be. Compare the issuer in the profile with the provider’s.`;
    case 'not_json':
      return 'The issuer answered with something other than JSON where its metadata should be, a page perhaps. Compare the issuer in the profile with the provider’s.';
    case 'too_large':
      return 'The issuer’s metadata is larger than 256 KB and was not read. Make sure that the issuer in the profile is right.';
  }
}

import type { CheckId } from '../protocol/checks.ts';
import type { Capture, Verdict } from '../protocol/records.ts';

/** Whether several profiles could have claimed the answer: it stands under one of them, and may be another's. */
export function isAmbiguous({ events }: Capture): boolean {
  return events.some(({ kind }) => kind === 'ambiguous_profile');
}

/** Those whose outcome rests on which profile it is: on its issuer, client, keys or flow. */
const ofProfile: ReadonlySet<string> = new Set<CheckId>([
  ...(['iss_parameter', 'iss_parameter_missing', 'iss_parameter_not_advertised', 'mix_up', 'jarm'] as const),
  ...(['response_parameters', 'id_token_only', 'implicit_access_token', 'nonce_required'] as const),
  ...(['alg', 'alg_hmac', 'kid', 'key', 'signature', 'token_use', 'iss', 'aud', 'azp', 'iat_age'] as const),
  ...(['client_id', 'discovery_issuer', 'discovery_endpoints', 'userinfo_signed'] as const),
]);

/** The verdicts without those that would say of one profile what may belong to another. */
export function withoutProfile(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.map((verdict) => {
    if (!ofProfile.has(verdict.check)) return verdict;
    const { check, token, from } = verdict;
    return { check, result: 'not_checked', ...(token && { token }), ...(from && { from }), reason };
  });
}

const reason =
  'Several profiles end at this callback, and nothing tells which one is meant. Sign in from here to check this, or give each profile a callback of its own.';

import type { Verdict } from '../protocol/records.ts';
import { claimsNotChecked } from './id-token/claims.ts';
import type { Known } from './known.ts';
import { notChecked } from './verdict.ts';

const formAndSignature = [
  ...(['compact_form', 'json_object', 'duplicate_member', 'crit', 'embedded_key'] as const),
  ...(['alg_none', 'alg', 'kid', 'key', 'signature'] as const),
] as const;

/** Every check of an ID token that came and is not at hand: not checked, with the reason. */
export async function idTokenNotChecked(
  known: Known,
  reason: string,
  from: 'front_channel' | 'token_endpoint',
): Promise<Verdict[]> {
  const about = { token: 'id_token', from } as const;
  return [
    ...formAndSignature.map((check) => notChecked(check, reason, about)),
    ...(await claimsNotChecked({ known, about }, reason)),
  ];
}

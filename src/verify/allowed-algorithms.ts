import { isHmac, isNone } from '../protocol/jws-algorithms.ts';
import type { Known } from './known.ts';
import type { About } from './verdict.ts';

const usual = ['RS256'];

/**
 * The algorithms that a token may be signed with: those of the profile, else the asymmetric ones of the issuer's
 * metadata, else RS256 (OpenID Connect Core section 3.1.3.7, rule 7). A shared secret or no signature at all is allowed
 * by the profile alone.
 */
export function allowedAlgorithms({ profile, discovered }: Known, { token }: About): readonly string[] {
  if (profile?.idTokenAlgs) return profile.idTokenAlgs;
  const document = discovered?.ok ? discovered.metadata.document : {};
  const forToken = asymmetric(document.userinfo_signing_alg_values_supported);
  if (token === 'userinfo' && forToken.length > 0) return forToken;
  const named = asymmetric(document.id_token_signing_alg_values_supported);
  return named.length > 0 ? named : usual;
}

function asymmetric(value: unknown): string[] {
  const names = Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  return names.filter((name) => !isHmac(name) && !isNone(name));
}

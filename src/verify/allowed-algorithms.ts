import { isHmac, isNone } from '../protocol/jws-algorithms.ts';
import type { Known } from './known.ts';
import type { About } from './verdict.ts';

const usual = ['RS256'];

/**
 * The algorithms that a token may be signed with: those of the profile, else the asymmetric ones of the issuer's
 * metadata, else RS256 (OpenID Connect Core section 3.1.3.7, rule 7). What the metadata names for answers and for userInfo
 * goes before all that is said of ID tokens. A shared secret or no signature at all is allowed by the profile alone.
 */
export function allowedAlgorithms(
  { profile, discovered }: Pick<Known, 'profile' | 'discovered'>,
  { token }: About,
): readonly string[] {
  const document = discovered?.ok ? discovered.metadata.document : {};
  const own = token === 'id_token' ? [] : asymmetric(document[ownMember(token)]);
  if (own.length > 0) return own;
  if (profile?.idTokenAlgs) return profile.idTokenAlgs;
  const named = asymmetric(document.id_token_signing_alg_values_supported);
  return named.length > 0 ? named : usual;
}

/** An answer that is a JWT is no token (JWT Secured Authorization Response Mode section 4). */
function ownMember(token: About['token']): string {
  return token === 'userinfo' ? 'userinfo_signing_alg_values_supported' : 'authorization_signing_alg_values_supported';
}

function asymmetric(value: unknown): string[] {
  const names = Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  return names.filter((name) => !isHmac(name) && !isNone(name));
}

import { isHmac } from '../../../src/protocol/jws-algorithms.ts';
import { readAlgs } from './profile-checking.ts';
import type { Draft } from './profile-draft.ts';
import { isSameType } from './profile-flows.ts';
import { asStrings, findDocument } from './profile-metadata.ts';
import { sentValue } from './profile-sent.ts';
import { brings } from './response-type.ts';

/** What the issuer's own metadata says against a set-up (OpenID Connect Discovery section 3, RFC 8414 section 2). */
export type OfferNote =
  | { id: 'response_type_not_offered' | 'response_mode_not_offered'; tone: 'warn'; asked: string; offered: string[] }
  | { id: 'implicit_not_offered'; tone: 'warn'; offered: string[] }
  | { id: 'scopes_not_listed'; tone: 'skip'; scopes: string[] }
  | { id: 'algs_not_offered'; tone: 'warn' | 'skip'; algs: string[]; offered: string[] }
  /** A shared key is used by a profile that names it alone. */
  | { id: 'only_hmac_offered'; tone: 'warn'; offered: string[] }
  | { id: 's256_not_offered'; tone: 'warn' | 'skip' }
  | { id: 'iss_expected'; tone: 'skip' };

/** Nothing while the issuer was not asked. A member that a document leaves out says nothing against a set-up. */
export function findOfferNotes(draft: Draft): OfferNote[] {
  const document = findDocument(draft);
  if (!document) return [];
  const isNamed = document.authorization_response_iss_parameter_supported === true;
  return [
    ...typeNotes(draft),
    ...modeNotes(draft),
    ...scopeNotes(draft),
    ...algNotes(draft),
    ...pkceNotes(draft),
    ...(isNamed ? [{ id: 'iss_expected' as const, tone: 'skip' as const }] : []),
  ];
}

function typeNotes(draft: Draft): OfferNote[] {
  const asked = sentValue(draft, 'response_type');
  const offered = asStrings(draft, 'response_types_supported');
  if (offered && !offered.some((type) => isSameType(type, asked))) {
    return [{ id: 'response_type_not_offered', tone: 'warn', asked, offered }];
  }
  const grants = asStrings(draft, 'grant_types_supported');
  const isImplicit = brings(asked, 'token') || brings(asked, 'id_token');
  const isLeftOut = isImplicit && grants !== undefined && !grants.includes('implicit');
  return isLeftOut ? [{ id: 'implicit_not_offered', tone: 'warn', offered: grants }] : [];
}

function modeNotes(draft: Draft): OfferNote[] {
  const asked = sentValue(draft, 'response_mode');
  const offered = asStrings(draft, 'response_modes_supported');
  if (asked === '' || !offered || offered.includes(asked)) return [];
  return [{ id: 'response_mode_not_offered', tone: 'warn', asked, offered }];
}

/** A server need not list every scope; `offline_access` goes by the flow. A pool's list is the same for each pool, and is judged without it. */
function scopeNotes(draft: Draft): OfferNote[] {
  const offered = asStrings(draft, 'scopes_supported');
  if (!offered || draft.provider === 'cognito') return [];
  const scopes = draft.scopes.filter((scope) => !offered.includes(scope) && scope !== 'offline_access');
  return scopes.length > 0 ? [{ id: 'scopes_not_listed', tone: 'skip', scopes }] : [];
}

function algNotes(draft: Draft): OfferNote[] {
  const named = readAlgs(draft.checking.idTokenAlgs);
  const offered = asStrings(draft, 'id_token_signing_alg_values_supported');
  if (named.length === 0) return isHmacAlone(offered) ? [{ id: 'only_hmac_offered', tone: 'warn', offered }] : [];
  const algs = named.filter((alg) => offered && !offered.includes(alg));
  if (!offered || algs.length === 0) return [];
  return [{ id: 'algs_not_offered', tone: algs.length === named.length ? 'warn' : 'skip', algs, offered }];
}

function isHmacAlone(offered: string[] | undefined): offered is string[] {
  return offered !== undefined && offered.length > 0 && offered.every(isHmac);
}

/** Cognito takes S256 and does not say so. */
function pkceNotes(draft: Draft): OfferNote[] {
  if (draft.provider === 'cognito' || !brings(sentValue(draft, 'response_type'), 'code')) return [];
  const methods = asStrings(draft, 'code_challenge_methods_supported');
  return methods?.includes('S256') ? [] : [{ id: 's256_not_offered', tone: methods ? 'warn' : 'skip' }];
}

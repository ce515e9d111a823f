import { findSeconds } from '../claims-times.ts';
import { type DecodedToken, decodeToken, hasReadableClaims, type Member } from '../token.ts';
import { compareMembers, type Difference } from './compare-members.ts';
import { parseExactly } from './exact-json.ts';
import { hasMembers } from './exact-value.ts';
import { claimRules, headerRules } from './rules.ts';

/** What there is to compare. `no_claims`: a token, or an answer of userInfo, whose claims cannot be read. */
export type Form = 'claims' | 'no_claims' | 'encrypted' | 'opaque' | 'none';

/** Two tokens of one kind. Without claims in both there are none in the comparison, and only `isSame` tells. */
export type ComparedTokens = {
  a: Form;
  b: Form;
  /** To the letter. */
  isSame: boolean;
  claims: Difference[];
  /** What is not the same in the headers. */
  header: Difference[];
  /** How long each is good: `exp` − `iat`, in seconds. */
  lifetime?: { a: number; b: number };
};

/** Compares what two tokens say. Nothing of an opaque one comes out but whether it is the same. */
export function compareTokens(a: string | undefined, b: string | undefined): ComparedTokens {
  const [before, after] = [read(a), read(b)];
  const header = compareMembers(new Map(before.header), new Map(after.header), headerRules);
  const hasHeaders = [before, after].every(({ form }) => form === 'claims' || form === 'encrypted');
  return {
    ...compareClaims(before, after),
    isSame: a !== undefined && a === b,
    header: hasHeaders ? header.filter(({ kind }) => kind !== 'same') : [],
  };
}

export type Claims = { form: Form; claims: ReadonlyMap<string, unknown> };

/** The same of claims alone. */
export function compareClaims(a: Claims, b: Claims): Omit<ComparedTokens, 'isSame' | 'header'> {
  const forms = { a: a.form, b: b.form };
  if (a.form !== 'claims' || b.form !== 'claims') return { ...forms, claims: [] };
  const claims = compareMembers(a.claims, b.claims, claimRules);
  const [before, after] = [lifetimeOf(a.claims), lifetimeOf(b.claims)];
  const isKnown = before !== undefined && after !== undefined;
  return { ...forms, claims, ...(isKnown && { lifetime: { a: before, b: after } }) };
}

/** The claims of a JSON text, its numbers as they are written; of one too deep for that as they were read. */
export function exactClaims(text: string, members: readonly Member[]): ReadonlyMap<string, unknown> {
  try {
    const value = parseExactly(text.replace(/^\uFEFF/, ''));
    return new Map(hasMembers(value) ? Object.entries(value) : members);
  } catch {
    return new Map(members);
  }
}

const none: ReadonlyMap<string, unknown> = new Map();

function read(token: string | undefined): Claims & { header: readonly Member[] } {
  if (token === undefined) return { form: 'none', claims: none, header: [] };
  const decoded = decodeToken(token);
  const header = decoded.kind === 'opaque' ? [] : decoded.header;
  if (decoded.kind !== 'signed') return { form: decoded.kind, claims: none, header };
  return { ...readClaims(decoded), header };
}

function readClaims(decoded: DecodedToken & { kind: 'signed' }): Claims {
  if (!hasReadableClaims(decoded)) return { form: 'no_claims', claims: none };
  return { form: 'claims', claims: exactClaims(decoded.payloadText, decoded.claims) };
}

function lifetimeOf(claims: ReadonlyMap<string, unknown>): number | undefined {
  const [exp, iat] = [findSeconds(claims.get('exp')), findSeconds(claims.get('iat'))];
  return exp === undefined || iat === undefined ? undefined : exp - iat;
}

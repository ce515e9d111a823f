import type { Capture } from '../records.ts';
import { decodeToken, hasReadableClaims } from '../token.ts';
import { parseUserinfoContent } from '../userinfo-answer.ts';
import { type Claims, type ComparedTokens, compareClaims, exactClaims } from './compare-tokens.ts';

type Userinfo = NonNullable<Capture['userinfo']>;

/** Compares two answers of userInfo; undefined unless both captures have one. */
export function compareUserinfo(a: Userinfo | undefined, b: Userinfo | undefined): ComparedTokens | undefined {
  if (!a || !b) return undefined;
  return { ...compareClaims(read(a), read(b)), isSame: a.body === b.body, header: [] };
}

function read(answer: Userinfo): Claims {
  const content = parseUserinfoContent(answer);
  if (content.kind === 'json') return { form: 'claims', claims: exactClaims(answer.body, content.members) };
  const token = content.kind === 'jwt' ? decodeToken(content.raw) : undefined;
  if (token?.kind === 'encrypted') return { form: 'encrypted', claims: new Map() };
  if (token?.kind !== 'signed' || !hasReadableClaims(token)) return { form: 'no_claims', claims: new Map() };
  return { form: 'claims', claims: exactClaims(token.payloadText, token.claims) };
}

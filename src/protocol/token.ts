import { type Base64Problem, decodeBase64url } from './base64url.ts';

/** What is wrong with a part of a token. `at` is the position in the part, counted from 0. */
export type TokenProblem = {
  part: 'header' | 'payload' | 'signature';
  id: Base64Problem['id'] | 'not_utf8' | 'byte_order_mark' | 'not_json' | 'not_object' | 'empty';
  at?: number;
};

export type Member = [name: string, value: unknown];

/**
 * What a token turned out to be. A signed token (JWS, RFC 7515) is shown even when parts of it are broken; an
 * encrypted one (JWE, RFC 7516) shows its header alone; anything else is opaque, which is no fault (RFC 9068
 * section 6: access tokens are not meant for the client to read).
 */
export type DecodedToken =
  | { kind: 'signed'; header: Member[]; claims: Member[]; problems: TokenProblem[]; payloadText: string }
  | { kind: 'encrypted'; header: Member[]; problems: TokenProblem[] }
  | { kind: 'opaque'; length: number };

/** Reads a token for display: tolerant, and honest about what a strict reader would refuse. Never throws. */
export function decodeToken(token: string): DecodedToken {
  const parts = token.split('.');
  const header = readPart(parts[0] ?? '', 'header');
  const looksLikeJwt = token.trimStart().startsWith('ey') || header.members.some(([name]) => name === 'alg');
  if (parts.length === 5 && header.isObject) {
    return { kind: 'encrypted', header: header.members, problems: header.problems };
  }
  if (parts.length !== 3 || !looksLikeJwt) return { kind: 'opaque', length: token.length };
  const payload = readPart(parts[1] ?? '', 'payload');
  return {
    kind: 'signed',
    header: header.members,
    claims: payload.members,
    problems: [...header.problems, ...payload.problems, ...signatureProblems(parts[2] ?? '')],
    payloadText: payload.text,
  };
}

/** Whether the claims of a signed token could be read at all: an empty set of claims can. */
export function hasReadableClaims(decoded: DecodedToken): boolean {
  if (decoded.kind !== 'signed') return false;
  return !decoded.problems.some(
    ({ part, id }) => part === 'payload' && ['empty', 'not_json', 'not_object'].includes(id),
  );
}

/** The value of a claim of a signed token, or undefined. Claims are looked up, never merged into an object. */
export function findClaim(token: string | undefined, name: string): unknown {
  const decoded = token === undefined ? undefined : decodeToken(token);
  return decoded?.kind === 'signed' ? decoded.claims.find(([claim]) => claim === name)?.[1] : undefined;
}

function readPart(part: string, name: 'header' | 'payload') {
  const { bytes, problems: faults } = decodeBase64url(part);
  const problems: TokenProblem[] = faults.map((fault) => ({ part: name, ...fault }));
  if (part === '') problems.push({ part: name, id: 'empty' });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.includes('\uFFFD') && !isUtf8(bytes)) problems.push({ part: name, id: 'not_utf8' });
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (bare !== text) problems.push({ part: name, id: 'byte_order_mark', at: 0 });
  const value = part === '' ? undefined : parseJson(bare);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (part !== '' && value === undefined) problems.push({ part: name, id: 'not_json' });
  else if (part !== '' && !isObject) problems.push({ part: name, id: 'not_object' });
  const members: Member[] = isObject ? Object.entries(value) : [];
  return { members, problems, text, isObject };
}

function signatureProblems(part: string): TokenProblem[] {
  if (part === '') return [{ part: 'signature', id: 'empty' }];
  return decodeBase64url(part).problems.map((fault) => ({ part: 'signature', ...fault }));
}

function isUtf8(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

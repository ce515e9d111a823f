import { isCut } from './imported.ts';
import { isRounded } from './number-text.ts';
import { keepRecent } from './recent.ts';
import { readSdJwt, type SdJwt, splitToken } from './sd-jwt.ts';
import { type Member, readPart, signatureProblems, type TokenProblem } from './token-part.ts';

export type { Member, SdJwt, TokenProblem };

/**
 * What a token turned out to be. A signed token (JWS, RFC 7515) is shown even when parts of it are broken; an
 * encrypted one (JWE, RFC 7516) shows its header alone; anything else is opaque, which is no fault (RFC 9068
 * section 6: access tokens are not meant for the client to read).
 */
export type DecodedToken =
  | {
      kind: 'signed';
      header: readonly Member[];
      claims: Member[];
      problems: readonly TokenProblem[];
      payloadText: string;
      /** The claims that are numbers of other digits than their value has, as they are written. */
      rounded: readonly [name: string, sourceText: string][];
      /** Only of an SD-JWT (RFC 9901): nothing of it is checked against the claims. */
      sdJwt?: SdJwt;
    }
  | { kind: 'encrypted'; header: readonly Member[]; problems: readonly TokenProblem[] }
  | { kind: 'opaque'; length: number };

const readRecently = keepRecent(read, { count: 8, characters: 1_048_576 });

/**
 * Reads a token for display: tolerant, and honest about what a strict reader would refuse. Never throws. The last few
 * tokens are remembered and the result is shared: it is not to be changed.
 */
export function decodeToken(token: string): DecodedToken {
  return readRecently(token);
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

function read(token: string): DecodedToken {
  const { parts, tail } = splitToken(token);
  const opaque = { kind: 'opaque', length: token.length } as const;
  if (parts.length !== 3 && parts.length !== 5) return opaque;
  const [first = '', second = '', third = ''] = parts;
  const header = readPart(first, 'header');
  if (parts.length === 5) {
    return header.isObject ? { kind: 'encrypted', header: header.members, problems: header.problems } : opaque;
  }
  // Of a broken header the beginning is left: these are the first characters of most objects in base64.
  if (!header.isObject && !token.trimStart().startsWith('ey')) return opaque;
  const payload = readPart(second, 'payload');
  return {
    kind: 'signed',
    header: header.members,
    claims: payload.members,
    // that an export cut the signature is said in other words
    problems: [...header.problems, ...payload.problems, ...(isCut(token) ? [] : signatureProblems(third))],
    payloadText: payload.text,
    rounded: payload.numbers.filter(([, text]) => isRounded(text)),
    ...(tail !== undefined && { sdJwt: readSdJwt(tail) }),
  };
}

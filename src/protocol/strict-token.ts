import { keepRecent } from './recent.ts';
import { splitToken } from './sd-jwt.ts';
import { faultsOf, type TokenFault, tilde, wrongParts } from './token-faults.ts';
import { readStrictPart, signatureProblems } from './token-part.ts';

export type { TokenFault };

/**
 * A token as a strict reader sees it. Of a member that stands twice the last value is given, and the fault is named.
 * `isHeaderReadable` and `isPayloadReadable`: the part is a JSON object, whatever other faults it has.
 */
export type StrictToken =
  | {
      kind: 'signed';
      faults: readonly TokenFault[];
      header: ReadonlyMap<string, unknown>;
      claims: ReadonlyMap<string, unknown>;
      isHeaderReadable: boolean;
      isPayloadReadable: boolean;
    }
  | { kind: 'encrypted'; faults: readonly TokenFault[]; header: ReadonlyMap<string, unknown> }
  | { kind: 'opaque'; faults: readonly TokenFault[] };

const readRecently = keepRecent(read, { count: 8, characters: 1_048_576 });

/** Tokens of one issuer have the same header as long as it signs with the same key. */
const readHeader = keepRecent((text) => readNamed(text, 'header'), { count: 8, characters: 65_536 });

/**
 * Reads a token as RFC 7515 section 2 and 7.1 and RFC 7519 section 4 have it. Never throws. Three parts are a signed
 * token whatever they hold; of an encrypted one only the header is looked at; all else is opaque. Every check of a
 * token asks, so the last few are remembered: the result is shared and not to be changed.
 */
export function readStrictly(token: string): StrictToken {
  return readRecently(token);
}

function read(token: string): StrictToken {
  const { parts, tail } = splitToken(token);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3) {
    const header = parts.length === 5 ? readHeader(first) : undefined;
    if (!header?.isObject) return { kind: 'opaque', faults: [wrongParts(parts.length)] };
    return { kind: 'encrypted', faults: header.faults, header: header.members };
  }
  const header = readHeader(first);
  const payload = readNamed(second, 'payload');
  return {
    kind: 'signed',
    faults: [
      ...(tail === undefined ? [] : [tilde(token.indexOf('~'))]),
      ...header.faults,
      ...payload.faults,
      ...faultsOf(third, { problems: signatureProblems(third), value: undefined }),
    ],
    header: header.members,
    claims: payload.members,
    isHeaderReadable: header.isObject,
    isPayloadReadable: payload.isObject,
  };
}

function readNamed(text: string, name: 'header' | 'payload') {
  const part = readStrictPart(text, name);
  return { faults: faultsOf(text, part), members: part.members, isObject: part.isObject };
}

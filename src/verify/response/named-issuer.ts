import { readStrictly } from '../../protocol/strict-token.ts';

/** The issuer that a token names, not yet believed; or why there is none. */
export type NamedIssuer = { kind: 'named'; issuer: string } | { kind: 'encrypted' | 'unreadable' | 'unnamed' };

export function readNamedIssuer(text: string): NamedIssuer {
  const token = readStrictly(text);
  if (token.kind === 'encrypted') return { kind: 'encrypted' };
  if (token.kind === 'opaque' || !token.isPayloadReadable) return { kind: 'unreadable' };
  const issuer = token.claims.get('iss');
  return typeof issuer === 'string' ? { kind: 'named', issuer } : { kind: 'unnamed' };
}

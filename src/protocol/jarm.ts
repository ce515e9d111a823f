import { single } from './answer.ts';
import { readStrictly, type StrictToken } from './strict-token.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

/** An answer that came as a JWT: its parameters, or why they are not known. */
export type Jarm = { pairs: Pairs } | { sealed: 'repeated' | 'encrypted' | 'unreadable' };

/**
 * The parameters inside an answer that came as a JWT (JWT Secured Authorization Response Mode section 2.1), not yet
 * believed; undefined of an answer that did not come as one. Never throws.
 */
export function readJarm(params: Pairs): Jarm | undefined {
  if (!params.some(([name, value]) => name === 'response' && value !== '')) return undefined;
  const text = single(params, 'response');
  if (text === undefined) return { sealed: 'repeated' };
  const token = readStrictly(text);
  if (token.kind === 'signed' && token.isPayloadReadable) return { pairs: pairsOf(token) };
  return { sealed: token.kind === 'encrypted' ? 'encrypted' : 'unreadable' };
}

/** The value of a parameter: inside the JWT of an answer that came as one, else beside it. */
export function findParameter(params: Pairs, name: string): string | undefined {
  const jarm = readJarm(params);
  return (jarm && 'pairs' in jarm ? single(jarm.pairs, name) : undefined) ?? single(params, name);
}

function pairsOf({ claims }: StrictToken & { kind: 'signed' }): Pairs {
  return [...claims].flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
  );
}

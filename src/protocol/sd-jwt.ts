import { readPart } from './token-part.ts';

/** What stands after the tildes of an SD-JWT (RFC 9901 section 4): a disclosure that cannot be read is undefined. */
export type SdJwt = { disclosures: ({ name?: string; value: unknown } | undefined)[]; hasKeyBinding: boolean };

/** More disclosures than any credential has: those behind them are not read, so that reading takes no longer than a blink. */
const mostRead = 1000;

/** The parts of a token between its dots, those after the first tilde apart where the token is an SD-JWT. */
export function splitToken(token: string): { parts: string[]; tail?: string } {
  const tilde = token.indexOf('~');
  const parts = (tilde === -1 ? token : token.slice(0, tilde)).split('.');
  if (tilde === -1) return { parts };
  return parts.length === 3 ? { parts, tail: token.slice(tilde + 1) } : { parts: token.split('.') };
}

/** Reads the tail of an SD-JWT: disclosures, each ended by a tilde, and a token of the holder's key if it sent one. */
export function readSdJwt(tail: string): SdJwt {
  const segments = tail.split('~');
  const hasKeyBinding = segments.at(-1)?.split('.', 4).length === 3;
  if (hasKeyBinding || segments.at(-1) === '') segments.pop();
  return {
    disclosures: segments.map((segment, at) => (at < mostRead ? readDisclosure(segment) : undefined)),
    hasKeyBinding,
  };
}

/** `[salt, name, value]` of a member, `[salt, value]` of an element of an array (RFC 9901 section 4.2). */
function readDisclosure(segment: string): SdJwt['disclosures'][number] {
  const { value: list, problems } = readPart(segment, 'payload');
  // What is read here is a list, which as a header or a payload would be a problem.
  if (problems.some(({ id }) => id !== 'not_object')) return undefined;
  if (!Array.isArray(list) || typeof list[0] !== 'string') return undefined;
  if (list.length === 2) return { value: list[1] };
  return list.length === 3 && typeof list[1] === 'string' ? { name: list[1], value: list[2] } : undefined;
}

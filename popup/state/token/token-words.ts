import type { DecodedToken, Member, TokenProblem } from '../../../src/protocol/token.ts';
import { safeText } from '../safe-text.ts';

/** What is wrong with a token and where, one sentence each. Positions are counted from 1, as editors do. */
export function problemWords(problem: TokenProblem): string {
  const part = `The ${problem.part}`;
  const where = problem.at === undefined ? '' : ` at character ${problem.at + 1}`;
  switch (problem.id) {
    case 'white_space':
      return `${part} holds white space${where}. It was probably copied across lines.`;
    case 'padding':
      return `${part} holds the padding sign =${where}. Base64url has none (RFC 7515 section 2).`;
    case 'standard_alphabet':
      return `${part} holds + or /${where}. Base64url writes - and _ instead.`;
    case 'illegal_character':
      return `${part} holds a character${where} that base64url does not know.`;
    case 'length':
      return `${part} ends in the middle of a byte${where}. Something is cut off.`;
    case 'not_canonical':
      return `${part} ends with bits that are not zero${where}. It was changed or cut off.`;
    case 'not_utf8':
      return `${part} is no UTF-8 text${problem.at === undefined ? '' : `, from byte ${problem.at + 1} on`}.`;
    case 'byte_order_mark':
      return `${part} starts with a byte order mark, which JSON does not allow.`;
    case 'not_json':
      return `${part} is no JSON.`;
    case 'not_object':
      return `${part} is JSON, but no object.`;
    case 'empty':
      return `${part} is empty.`;
    case 'duplicate_member':
      return `${part} names ${safeText(problem.name)} twice. Shown is the last; another reader may take the first.`;
    case 'too_deep':
      return `${part} is nested more than 64 levels deep. Some readers refuse that, or fail at it.`;
  }
}

/** The header in a few words: algorithm and the shortened key id. */
export function headerWords(header: readonly Member[]): { alg: string; kid?: string; enc?: string } {
  const find = (name: string) => header.find(([member]) => member === name)?.[1];
  const alg = find('alg');
  const kid = find('kid');
  const enc = find('enc');
  return {
    alg: alg === undefined ? 'no algorithm' : typeof alg === 'string' ? cut(alg) : 'an algorithm that is no text',
    ...(typeof kid === 'string' && { kid: shorten(kid) }),
    ...(typeof enc === 'string' && { enc: cut(enc) }),
  };
}

/** What the second part of the raw token is called: "16 claims, shown above". */
export function payloadWords(decoded: DecodedToken): string {
  if (decoded.kind !== 'signed') return '';
  const count = decoded.claims.length;
  return count === 0 ? 'no claims that can be read' : `${count} ${count === 1 ? 'claim' : 'claims'}, shown above`;
}

/** The longest names that are registered have 18 characters. */
function cut(name: string): string {
  return safeText(name.length <= 32 ? name : `${name.slice(0, 32)}…`);
}

function shorten(text: string): string {
  return safeText(text.length <= 16 ? text : `${text.slice(0, 8)}…${text.slice(-3)}`);
}

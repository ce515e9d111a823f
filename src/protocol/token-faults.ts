import type { TokenPart, TokenProblem } from './token-part.ts';

/** What a strict reader refuses, under the check that it fails. */
export type TokenFault = {
  check: 'compact_form' | 'json_object' | 'duplicate_member';
  part: 'token' | 'header' | 'payload' | 'signature';
  expected: string;
  actual: string;
};

/**
 * The faults of one part, `text` as it stands in the token. Where its form is wrong and no JSON comes of it, the form
 * alone is at fault: what the part would say without that is not known.
 */
export function faultsOf(text: string, { problems, value }: Pick<TokenPart, 'problems' | 'value'>): TokenFault[] {
  const faults = problems.flatMap((problem) => faultOf(problem, text) ?? []);
  const form = faults.filter(({ check }) => check === 'compact_form');
  return form.length > 0 && value === undefined ? form : faults;
}

/** The fault of a token that has neither three parts nor a header and four more. */
export function wrongParts(count: number): TokenFault {
  const actual =
    count === 5 ? '5 parts, the first of them no JSON object' : `${count} ${count === 1 ? 'part' : 'parts'}`;
  return { check: 'compact_form', part: 'token', expected: '3 parts with dots between them', actual };
}

/** The fault of an SD-JWT where a JWT belongs. `at`: the position of its first tilde, counted from 0. */
export function tilde(at: number): TokenFault {
  return {
    check: 'compact_form',
    part: 'token',
    expected: '3 parts with nothing after them',
    actual: `a tilde at character ${at + 1} of the token, as in an SD-JWT`,
  };
}

/** A problem as a fault, or undefined where a strict reader minds nothing or another check speaks. */
function faultOf(problem: TokenProblem, text: string): TokenFault | undefined {
  const { part, id, at = 0 } = problem;
  const fault = (check: TokenFault['check'], expected: string, actual: string) => ({ check, part, expected, actual });
  const place = `character ${at + 1} of the ${part}`;
  switch (id) {
    case 'white_space':
      return fault('compact_form', 'base64url without white space', `white space at ${place}`);
    case 'padding':
      return fault('compact_form', 'base64url without padding', `= at ${place}`);
    case 'standard_alphabet':
      return fault('compact_form', 'base64url, which writes - and _', `${text.charAt(at)} at ${place}`);
    case 'illegal_character':
      return fault(
        'compact_form',
        'base64url: A to Z, a to z, 0 to 9, - and _',
        `${characterName(text, at)} at ${place}`,
      );
    case 'length':
      return fault('compact_form', 'base64url of whole bytes', `a ${part} that ends in the middle of a byte`);
    case 'not_canonical':
      return fault('compact_form', 'unused bits that are 0', `unused bits that are not 0 in ${place}, its last`);
    case 'empty':
      // Who signs nothing says so in alg, and any other signature is looked at by its own check.
      if (part === 'signature') return undefined;
      return fault('compact_form', `a ${part}`, `a ${part} without a character`);
    case 'not_utf8':
      return fault('json_object', 'UTF-8', `other bytes, from byte ${at + 1} of the ${part} on`);
    case 'byte_order_mark':
      return fault('json_object', 'JSON from the first byte on', `a byte order mark before the JSON of the ${part}`);
    case 'not_json':
      return fault('json_object', 'a JSON object', `a ${part} that is no JSON`);
    case 'not_object':
      return fault('json_object', 'a JSON object', `a ${part} that is JSON of another kind`);
    case 'duplicate_member': {
      const where = `the second time at character ${at + 1} of the decoded ${part}`;
      return fault('duplicate_member', 'each name once', `${problem.name} twice, ${where}`);
    }
    case 'too_deep':
      return undefined;
  }
}

/** A printable character as it is, any other by its number. */
function characterName(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  if (code > 0x20 && code < 0x7f) return text.charAt(at);
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

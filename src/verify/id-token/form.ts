import type { Verdict } from '../../protocol/records.ts';
import type { StrictToken, TokenFault } from '../../protocol/strict-token.ts';
import { type About, failed, notChecked, passed } from '../verdict.ts';

export const encrypted =
  'The token is encrypted, and it cannot be checked here. Have the provider send it signed alone to check it.';
export const opaque =
  'The token is no JWT, so there is nothing in it that could be read. Compare what the provider sent in the raw token.';
export const unreadable =
  'The claims of the token cannot be read. The raw token shows how far it can be; sign in again for another one.';
export const headerUnreadable =
  'The header of the token cannot be read. The raw token shows how far it can be; sign in again for another one.';
const partly = 'A part of the token cannot be read. The raw token shows which; sign in again for another one.';

/** The verdicts on a token's form: three parts, JSON objects, no name twice (RFC 7515 section 7.1, RFC 7519 section 4). */
export function judgeForm(token: StrictToken, about: About): Verdict[] {
  const hindrance = hindranceOf(token);
  return [
    formVerdict('compact_form', token.kind === 'encrypted' ? encrypted : undefined),
    formVerdict('json_object', hindrance),
    formVerdict('duplicate_member', hindrance),
  ];

  function formVerdict(check: TokenFault['check'], reason: string | undefined): Verdict {
    const fault = token.faults.find((one) => one.check === check);
    if (fault) return failed(check, { expected: fault.expected, actual: fault.actual }, about);
    return reason === undefined ? passed(check, about) : notChecked(check, reason, about);
  }
}

/** Why not all that is in the token could be looked at, or undefined. */
function hindranceOf(token: StrictToken): string | undefined {
  switch (token.kind) {
    case 'encrypted':
      return encrypted;
    case 'opaque':
      return opaque;
    case 'signed':
      return token.isHeaderReadable && token.isPayloadReadable ? undefined : partly;
  }
}

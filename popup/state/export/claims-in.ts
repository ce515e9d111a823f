import { isIdentifying } from '../../../src/handover/redaction/names.ts';
import { parseObject } from '../../../src/protocol/json-strings.ts';
import { type Capture, tokenNames } from '../../../src/protocol/records.ts';
import { decodeToken } from '../../../src/protocol/token.ts';

/** A claim that occurs, and whether it says who somebody is: such ones are masked unless the person says otherwise. */
export type ClaimChoice = { name: string; isIdentifying: boolean };

/** Those that everybody's tokens have, and that say nothing of a person. */
const ofTokens = new Set([
  ...[
    'iss',
    'aud',
    'azp',
    'client_id',
    'exp',
    'iat',
    'nbf',
    'auth_time',
    'nonce',
    'at_hash',
    'c_hash',
    's_hash',
    'jti',
  ],
  ...['acr', 'amr', 'scope', 'scp', 'token_use', 'version', 'email_verified', 'phone_number_verified', 'typ'],
]);

/** The claims in tokens and userInfo answers that can be masked, those that identify first. */
export function claimsIn(captures: readonly Capture[]): ClaimChoice[] {
  const names = new Set<string>();
  for (const { tokens, userinfo } of captures) {
    for (const token of tokenNames) for (const [name] of claimsOf(tokens[token])) names.add(name);
    for (const name of parseObject(userinfo?.body ?? '')?.keys() ?? []) names.add(name);
  }
  return [...names]
    .filter((name) => !ofTokens.has(name))
    .map((name) => ({ name, isIdentifying: isIdentifying(name) }))
    .sort((one, other) => Number(other.isIdentifying) - Number(one.isIdentifying));
}

function claimsOf(token: string | undefined): readonly (readonly [string, unknown])[] {
  const read = token === undefined ? undefined : decodeToken(token);
  return read?.kind === 'signed' ? read.claims : [];
}

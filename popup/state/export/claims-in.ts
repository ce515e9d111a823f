import { identifying, isIdentifying } from '../../../src/handover/redaction/names.ts';
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

/** The claims in tokens and answers that can be masked, those that identify first. */
export function claimsIn(captures: readonly Capture[]): ClaimChoice[] {
  const names = new Set(captures.flatMap((capture) => [...textsOf(capture)].flatMap(namesIn)));
  return [...names]
    .filter((name) => !ofTokens.has(name))
    .map((name) => ({ name, isIdentifying: isIdentifying(name) }))
    .sort((one, other) => Number(other.isIdentifying) - Number(one.isIdentifying));
}

/** What is masked unless the person says otherwise: also what identifies where nobody looks for claims, in a parameter say. */
export function maskedAtFirst(claims: readonly ClaimChoice[]): ReadonlySet<string> {
  return new Set([...identifying, ...claims.flatMap(({ name, isIdentifying: is }) => (is ? [name] : []))]);
}

/** Tokens and answers: what is held, and what was before the last refresh or came through the front channel. */
function textsOf({ tokens, frontChannel, replaced, original, userinfo }: Capture): Set<string> {
  const sets = [tokens, frontChannel?.tokens, replaced?.tokens];
  const texts = [...sets.flatMap((set) => tokenNames.map((name) => set?.[name])), original?.id_token, userinfo?.body];
  return new Set(texts.filter((text) => text !== undefined));
}

/** Of a token, or of an answer in JSON. */
function namesIn(text: string): string[] {
  const members = parseObject(text);
  if (members) return [...members.keys()];
  const read = decodeToken(text);
  return read.kind === 'signed' ? read.claims.map(([name]) => name) : [];
}

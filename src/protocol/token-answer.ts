import { mapStrings, parseObject } from './json-strings.ts';
import { type Capture, type TokenName, tokenNames } from './records.ts';

type Tokens = Capture['tokens'];

/** An answer of the token endpoint as it is kept: each token stands once, beside the body. `expiresAt` in seconds. */
export type PackedAnswer = { body: string; tokens: Tokens } & Pick<Capture, 'tokenType' | 'scope' | 'expiresAt'>;

/** What stands in a packed body for a token that was an empty text: '' is one that was taken out. */
const wasEmpty = ' ';

/**
 * Parts the body of a token answer (RFC 6749 section 5.1) from its tokens, so that none stands twice. Undefined for a body
 * that is no JSON object or brings no token. `at`: when it came, in milliseconds. Never throws.
 */
export function packTokenAnswer(body: string, at: number): PackedAnswer | undefined {
  const members = parseObject(body);
  if (!members) return undefined;
  const text = (name: string) => {
    const value = members.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const tokens: Tokens = {};
  for (const name of tokenNames) {
    const token = text(name);
    if (token !== undefined) tokens[name] = token;
  }
  if (Object.keys(tokens).length === 0) return undefined;
  const [tokenType, scope, seconds] = [text('token_type'), text('scope'), secondsIn(members.get('expires_in'))];
  return {
    body: blankTokens(body),
    tokens,
    ...(tokenType !== undefined && { tokenType }),
    ...(scope !== undefined && { scope }),
    ...(seconds !== undefined && { expiresAt: Math.floor(at / 1000) + seconds }),
  };
}

/** The body as it came, from the packed one and the tokens that are held: what JSON.parse makes of both is the same. */
export function unpackTokenAnswer(packed: string, tokens: Tokens): string {
  return mapStrings(packed, (text, member) => {
    if (!isTokenName(member?.name) || !member?.isOutermost) return text;
    return text === wasEmpty ? '' : (tokens[member.name] ?? text);
  });
}

/**
 * The body of an answer without the values of its tokens: of members of that name at whatever depth of a JSON text, and in
 * any other text of pairs as a form has them. Never throws.
 */
export function blankTokens(body: string): string {
  if (!isJsonText(body)) return body.replace(pair, '$1');
  return mapStrings(body, (text, member) => {
    if (!isTokenName(member?.name)) return text;
    return text === '' && member?.isOutermost ? wasEmpty : '';
  });
}

/** A token in a form (WHATWG URL, application/x-www-form-urlencoded), or in an address. The underscore may be encoded. */
const pair = /(?<![\w-])((?:id|access|refresh)(?:_|%5f)token=)[^&\s"'<>]+/gi;

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isTokenName(name: string | undefined): name is TokenName {
  return tokenNames.some((one) => one === name);
}

/** A number of seconds; some providers send it as text. */
function secondsIn(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 && value < 1e12 ? value : undefined;
  return typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}

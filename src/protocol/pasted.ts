import { type Answer, parseAnswer, tellingNames } from './answer.ts';
import { type DecodedToken, decodeToken } from './token.ts';
import { parseUrl } from './url.ts';

/** What a person pasted: an answer with the address it stood in, if any; or why nothing could be made of it. */
export type Pasted =
  | {
      ok: true;
      source: Answer['source'] | 'token_endpoint';
      pairs: Answer['pairs'];
      problems: Answer['problems'];
      url?: string;
    }
  | { ok: false; why: 'empty' | 'user_info' | 'no_answer' | 'no_token_in_json' | 'not_understood' };

/**
 * Reads a callback URL, a bare fragment or query, the JSON of a token answer (RFC 6749 section 5.1), an Authorization
 * header or a bare token. `callback`: the registered one, whose own query is no part of the answer. Never throws.
 */
export function parsePasted(text: string, callback: string): Pasted {
  const bare = text
    .trim()
    .replace(/^(["'`])(.*)\1$/s, '$2')
    .trim();
  if (bare === '') return { ok: false, why: 'empty' };
  if (bare.startsWith('{')) return readJson(bare);
  const token = bare.replace(/^(?:authorization:\s*)?bearer\s+/i, '');
  if (token === bare && isAddress(bare)) return readAddress(bare, callback);
  if (token === bare && hasTellingName(bare)) return readAddress(`https://pasted.invalid/${asPart(bare)}`, '', false);
  if (!isToken(token)) return { ok: false, why: 'not_understood' };
  return { ok: true, source: 'fragment', pairs: [[tokenNameOf(decodeToken(token)), token]], problems: [] };
}

function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/?\/?[^\s]*$/i.test(text) && parseUrl(text) !== undefined;
}

function readAddress(address: string, callback: string, isOwn = true): Pasted {
  if (hasUserInfo(address)) return { ok: false, why: 'user_info' };
  const answer = parseAnswer(address, callback);
  return answer ? { ok: true, ...answer, ...(isOwn && { url: address }) } : { ok: false, why: 'no_answer' };
}

/** No registered callback has any, and without it the address would look like one (RFC 3986 section 3.2.1). */
function hasUserInfo(address: string): boolean {
  const url = parseUrl(address);
  return url !== undefined && (url.username !== '' || url.password !== '');
}

function hasTellingName(text: string): boolean {
  const names = [...new URLSearchParams(`&${text.replace(/^[#?]+/, '')}`).keys()];
  return text.includes('=') && names.some((name) => tellingNames.has(name));
}

function asPart(text: string): string {
  return /^[#?]/.test(text) ? text : `#${text}`;
}

/** Numbers, as `expires_in` is one, become text: a capture holds the parameters as texts. */
function readJson(text: string): Pasted {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return { ok: false, why: 'not_understood' };
  const pairs = Object.entries(value).flatMap(([name, member]): Answer['pairs'] =>
    typeof member === 'string' || typeof member === 'number' ? [[name, String(member)]] : [],
  );
  if (!pairs.some(([name]) => tellingNames.has(name))) return { ok: false, why: 'no_token_in_json' };
  return { ok: true, source: 'token_endpoint', pairs, problems: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A JWT with line breaks in it is still one, to be shown with what is wrong; an opaque token has no white space. */
function isToken(text: string): boolean {
  return decodeToken(text).kind !== 'opaque' || /^[\x21-\x7e]{8,}$/.test(text);
}

/** Which token it is, as far as it says so itself: where it is shown, never what it is checked against. */
function tokenNameOf(token: DecodedToken): 'id_token' | 'access_token' | 'refresh_token' {
  if (token.kind === 'opaque') return 'access_token';
  const header = new Map(token.header);
  if (token.kind === 'encrypted')
    return header.get('cty') === 'JWT' && !header.has('kid') ? 'refresh_token' : 'id_token';
  const claims = new Map(token.claims);
  const use = claims.get('token_use');
  const typ = header.get('typ');
  // another kind of value than a string may have no text at all
  if (use === 'access' || (typeof typ === 'string' && /(?:^|\/)at\+jwt$/i.test(typ))) return 'access_token';
  if (use === 'id' || ['nonce', 'at_hash', 'c_hash'].some((name) => claims.has(name))) return 'id_token';
  return ['scope', 'scp', 'client_id'].some((name) => claims.has(name)) ? 'access_token' : 'id_token';
}

import { findEndpoint } from '../protocol/endpoints.ts';
import type { Capture, Profile, TokenName } from '../protocol/records.ts';
import { decodeToken, hasReadableClaims } from '../protocol/token.ts';
import { bearerCurl } from './curl.ts';

export type CopyFormatId = 'curl_userinfo' | 'curl_api' | 'token' | 'header' | 'claims';

export const copyFormats: readonly { id: CopyFormatId; label: string; group: 'Commands' | 'Pieces' }[] = [
  { id: 'curl_userinfo', label: 'curl for userInfo', group: 'Commands' },
  { id: 'curl_api', label: 'curl for my API', group: 'Commands' },
  { id: 'token', label: 'Token', group: 'Pieces' },
  { id: 'header', label: 'Authorization header', group: 'Pieces' },
  { id: 'claims', label: 'Claims JSON', group: 'Pieces' },
];

export const tokenLabels: Record<TokenName, string> = {
  id_token: 'ID token',
  access_token: 'Access token',
  refresh_token: 'Refresh token',
};

/** The names as they stand inside a sentence. */
const nouns: Record<TokenName, string> = {
  id_token: 'ID token',
  access_token: 'access token',
  refresh_token: 'refresh token',
};

/** The text for the clipboard and what to call it, or why there is none. */
export type Copied = { ok: true; text: string; what: string } | { ok: false; reason: string };

type Source = { capture: Capture; profile: Profile; shown: TokenName };

export function copyAs(id: CopyFormatId, { capture, profile, shown }: Source): Copied {
  const token = capture.tokens[shown];
  const access = capture.tokens.access_token;
  switch (id) {
    case 'curl_userinfo':
      return curl(
        access,
        findEndpoint(profile, 'userinfo'),
        'curl for userInfo',
        'This profile has no userInfo endpoint.',
      );
    case 'curl_api':
      return curl(
        access,
        profile.apiBaseUrl,
        'curl for your API',
        'Add the base URL of your API to the profile first.',
      );
    case 'token':
      return token ? { ok: true, text: token, what: tokenLabels[shown] } : missing(shown);
    case 'header':
      return token
        ? {
            ok: true,
            text: `Authorization: Bearer ${token}`,
            what: `Authorization header with the ${nouns[shown]}`,
          }
        : missing(shown);
    case 'claims':
      return token ? claims(token, shown) : missing(shown);
  }
}

function curl(token: string | undefined, address: string | undefined, what: string, without: string): Copied {
  if (!token) return missing('access_token');
  if (!address) return { ok: false, reason: without };
  const line = bearerCurl(address, token);
  return line.ok ? { ok: true, text: line.text, what } : line;
}

/** The payload as the provider wrote it, indented: numbers and names stay to the letter. */
function claims(token: string, name: TokenName): Copied {
  const decoded = decodeToken(token);
  if (decoded.kind !== 'signed' || !hasReadableClaims(decoded)) {
    return { ok: false, reason: `The ${nouns[name]} has no claims that can be read.` };
  }
  return {
    ok: true,
    text: indentJson(decoded.payloadText.replace(/^\uFEFF/, '')),
    what: `Claims of the ${nouns[name]}`,
  };
}

/** Deeper than this nothing is indented further: the spaces alone would fill the memory. */
const deepest = 64;

/** Adds line breaks and spaces between the tokens of a JSON text without touching any of them. */
export function indentJson(json: string): string {
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let depth = 0;
  let text = '';
  tokens.forEach((token, index) => {
    const isEmpty = /^[{[]$/.test(token) && /^[}\]]$/.test(tokens[index + 1] ?? '');
    const closesEmpty = /^[}\]]$/.test(token) && /^[{[]$/.test(tokens[index - 1] ?? '');
    if (/^[}\]]$/.test(token)) depth -= 1;
    const lineBreak = `\n${'  '.repeat(Math.min(Math.max(depth, 0), deepest))}`;
    if (/^[}\]]$/.test(token) && !closesEmpty) text += lineBreak;
    text += token === ':' ? ': ' : token;
    if (/^[{[]$/.test(token)) depth += 1;
    if ((/^[{[]$/.test(token) && !isEmpty) || token === ',')
      text += `\n${'  '.repeat(Math.min(Math.max(depth, 0), deepest))}`;
  });
  return text;
}

function missing(name: TokenName): Copied {
  return { ok: false, reason: `There is no ${nouns[name]} in this capture.` };
}

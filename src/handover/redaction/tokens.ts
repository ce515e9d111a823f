import { decodeBase64url, encodeBase64url } from '../../protocol/base64url.ts';
import { readJson } from './json-text.ts';

/** A token in a text: signed (RFC 7515 section 7.1), or encrypted (RFC 7516 section 7.1). `tail`: what an SD-JWT discloses. */
export type FoundToken = { at: number; raw: string } & (
  | { kind: 'signed'; header: string; payload: string; signature: string; tail: string }
  | { kind: 'encrypted' }
);

const dotted = /(?<![\w-])[\w-]{4,}(?:\.[\w-]*){2,4}/g;

/** In characters: no header is longer, and looking for the beginning of one in a text of any length would take for ever. */
const longestHeader = 8192;

/** The tokens in a text, wherever they begin. */
export function findTokens(text: string): FoundToken[] {
  if (!text.includes('.')) return [];
  const found: FoundToken[] = [];
  let end = 0;
  for (const match of text.matchAll(dotted)) {
    // what stood before it may look like its beginning
    for (const { index } of match[0].matchAll(/e[yw]/g)) {
      const at = match.index + index;
      const dot = text.indexOf('.', at);
      const token = at < end || dot - at > longestHeader ? undefined : readToken(text, at);
      if (!token) continue;
      found.push(token);
      end = at + token.raw.length;
    }
  }
  return found;
}

function readToken(text: string, at: number): FoundToken | undefined {
  const [whole = '', header = '', payload = '', third = ''] =
    /^([\w-]+)\.([\w-]*)\.([\w-]*)(?:\.[\w-]*\.[\w-]*)?/.exec(text.slice(at)) ?? [];
  const said = partText(header)?.trim() ?? '';
  // most are none, and to find that out by reading them takes long
  const read = said.startsWith('{') && said.endsWith('}') ? readJson(said) : undefined;
  if (read?.kind !== 'object') return undefined;
  const isEncrypted = read.members.some(({ name }) => name === 'enc');
  if (isEncrypted && whole.split('.').length === 5) return { kind: 'encrypted', at, raw: whole };
  const signed = `${header}.${payload}.${third}`;
  const [tail = ''] = /^~[\w.~-]*/.exec(text.slice(at + signed.length)) ?? [];
  return { kind: 'signed', at, raw: signed + tail, header, payload, signature: third, tail };
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What a part of a token says, where it is text; undefined of bytes that are none. */
export function partText(part: string): string | undefined {
  try {
    return decoder.decode(decodeBase64url(part).bytes);
  } catch {
    return undefined;
  }
}

export function partOf(text: string): string {
  return encodeBase64url(new TextEncoder().encode(text));
}

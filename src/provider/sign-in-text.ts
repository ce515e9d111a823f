import { joinLines } from '../protocol/join-lines.ts';
import { isLoopback, parseUrl } from '../protocol/url.ts';

/**
 * The URL in a pasted text: white space, quotes and angle brackets around it, line breaks of a mail inside it and the
 * `&amp;` of a page's source are taken away, a whole URL that was encoded once too often is decoded, and a bare host
 * gets its scheme.
 */
export function findPastedUrl(text: string): { url: URL; text: string; wasEncoded: boolean } | undefined {
  const bare = unwrap(joinLines(text)).replaceAll('&amp;', '&');
  const decoded = decodeWhole(bare);
  const full = withScheme(decoded);
  const url = parseUrl(full);
  return url && { url, text: full, wasEncoded: decoded !== bare };
}

const pairs: Record<string, string> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '<': '>',
  '“': '”',
  '‘': '’',
  '«': '»',
  '(': ')',
};

function unwrap(text: string): string {
  const inner = text.trim();
  const close = pairs[inner.charAt(0)];
  return close && inner.length > 1 && inner.endsWith(close) ? unwrap(inner.slice(1, -1)) : inner;
}

/** `https%3A%2F%2F…`, as a URL looks that was copied out of another URL's query. */
function decodeWhole(text: string): string {
  if (!/^https?%(?:25)*3A/i.test(text)) return text;
  const decoded = decodeOnce(text);
  return decoded === text ? text : decodeWhole(decoded);
}

/** Percent-decodes; what is no encoding is left as it is. */
export function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withScheme(text: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  const host = /^([a-z0-9.-]+)(:\d+)?(?:[/?#]|$)/i.exec(text);
  const name = host?.[1];
  if (!name) return text;
  if (isLoopback(name.toLowerCase())) return `http://${text}`;
  return name.includes('.') ? `https://${text}` : text;
}

/** Parses a URL as browsers do (WHATWG URL), or gives undefined. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host, as parsed, is this machine: `localhost`, `127.0.0.1` or `[::1]` (RFC 8252 section 7.3). */
export function isLoopback(hostname: string): boolean {
  return loopbackNames.has(hostname);
}

/** Whether a URL is one of the web: http or https. */
export function isWebUrl({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}

/**
 * Whether a host holds a `*`, which in a match pattern stands for other hosts. The URL standard takes it, Chromium writes it
 * as `%2A`, and Firefox refuses the address.
 */
export function isWildcard({ hostname }: URL): boolean {
  return /\*|%2a/i.test(hostname);
}

/** The match pattern that asks the browser for this URL's host, without its port: Firefox knows no ports there. */
export function hostPattern(url: string): string | undefined {
  const parsed = parseUrl(url);
  if (!parsed || !isWebUrl(parsed) || isWildcard(parsed)) return undefined;
  return `${parsed.protocol}//${parsed.hostname}/*`;
}

/** Whether our own policy lets us call an address: https, or http on `localhost` and `127.0.0.1`. */
export function isCallable(address: string): boolean {
  const url = parseUrl(address);
  if (url?.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return url.hostname !== '[::1]';
  return url.protocol === 'http:' && isLoopback(url.hostname) && url.hostname !== '[::1]';
}

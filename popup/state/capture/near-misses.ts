import { isCustomScheme } from '../../../src/protocol/needs.ts';

/** What may differ between two callback URLs that look the same: the part, the one that was sent, and another. */
export type NearMiss = { part: 'End' | 'Host' | 'Port' | 'Scheme'; sent: string; other: string };

/** The four differences that are overlooked most, made from the callback that was sent. */
export function nearMisses(callback: string): NearMiss[] {
  if (!URL.canParse(callback)) return [];
  const { pathname, hostname, port, protocol } = new URL(callback);
  if (isCustomScheme(callback)) return appMisses(callback, protocol);
  const misses: NearMiss[] = [
    {
      part: 'End',
      sent: pathname,
      other: pathname.endsWith('/') ? pathname.slice(0, -1) || 'no slash' : `${pathname}/`,
    },
  ];
  const otherHost = sameLooking(hostname);
  if (otherHost) misses.push({ part: 'Host', sent: hostname, other: otherHost });
  else if (!hostname.startsWith('www.')) misses.push({ part: 'Host', sent: hostname, other: `www.${hostname}` });
  if (port !== '') misses.push({ part: 'Port', sent: port, other: String(Number(port) + 1) });
  const scheme = protocol.slice(0, -1);
  misses.push({ part: 'Scheme', sent: scheme, other: scheme === 'http' ? 'https' : 'http' });
  return misses;
}

function sameLooking(hostname: string): string | undefined {
  if (hostname === 'localhost') return '127.0.0.1';
  if (hostname === '127.0.0.1') return 'localhost';
  return hostname.endsWith('.') ? hostname.slice(0, -1) : undefined;
}

/** An app's own scheme is written with one slash or with two (RFC 8252 section 7.1). */
function appMisses(callback: string, scheme: string): NearMiss[] {
  const isSlashed = callback.endsWith('/');
  const end = callback.slice(scheme.length).replace(/^\/\/[^/]*/, '');
  const [one, two] = [`${scheme}/`, `${scheme}//`];
  const hasTwo = callback.toLowerCase().startsWith(two);
  return [
    { part: 'End', sent: end || 'no slash', other: isSlashed ? end.slice(0, -1) || 'no slash' : `${end}/` },
    { part: 'Scheme', sent: hasTwo ? two : one, other: hasTwo ? one : two },
  ];
}

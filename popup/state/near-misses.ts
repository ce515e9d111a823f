/** What may differ between two callback URLs that look the same: the part, the one that was sent, and another. */
export type NearMiss = { part: 'End' | 'Host' | 'Port' | 'Scheme'; sent: string; other: string };

/** The four differences that are overlooked most, made from the callback that was sent. */
export function nearMisses(callback: string): NearMiss[] {
  if (!URL.canParse(callback)) return [];
  const { pathname, hostname, port, protocol } = new URL(callback);
  const misses: NearMiss[] = [
    {
      part: 'End',
      sent: pathname,
      other: pathname.endsWith('/') ? pathname.slice(0, -1) || 'no slash' : `${pathname}/`,
    },
  ];
  const otherHost = hostname === 'localhost' ? '127.0.0.1' : hostname === '127.0.0.1' ? 'localhost' : undefined;
  if (otherHost) misses.push({ part: 'Host', sent: hostname, other: otherHost });
  else if (!hostname.startsWith('www.')) misses.push({ part: 'Host', sent: hostname, other: `www.${hostname}` });
  if (port !== '') misses.push({ part: 'Port', sent: port, other: String(Number(port) + 1) });
  const scheme = protocol.slice(0, -1);
  if (scheme === 'http' || scheme === 'https') {
    misses.push({ part: 'Scheme', sent: scheme, other: scheme === 'http' ? 'https' : 'http' });
  }
  return misses;
}

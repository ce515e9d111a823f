/** The part of an address that is not as it was registered, found by another way than the product goes: none of a match. */
export function findCallbackFault(
  { callback, anyLoopbackPort }: { callback: string; anyLoopbackPort: boolean },
  address: string,
): string | undefined {
  const [wanted, found] = [new URL(callback), new URL(address)];
  if (found.href.replace(/[?#].*$/s, '').includes('@') && /^https?:/.test(found.href)) return 'user info';
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(wanted.hostname) && /^https?:/.test(wanted.href);
  const bare = (url: URL) => {
    const copy = new URL(url);
    [copy.search, copy.hash] = ['', ''];
    if (isLoopback && anyLoopbackPort) copy.port = '';
    return copy.href.replace(/[?#]$/, '');
  };
  const own = wanted.username || wanted.password ? 'user info of its own' : undefined;
  if (bare(wanted) !== bare(found)) return own ?? `${bare(found)}, not ${bare(wanted)}`;
  const left = found.searchParams.toString().split('&');
  const lacking = wanted.searchParams
    .toString()
    .split('&')
    .filter((pair) => pair !== '')
    .find((pair) => !left.includes(pair));
  return lacking === undefined ? undefined : `without ${lacking}`;
}

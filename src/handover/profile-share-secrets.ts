import { isSecretName, isTokenLike } from '../protocol/secret-names.ts';

/** A web address without its user info and without the pairs of its query that are secrets; `dropped`: their names. */
export function withoutSecrets(address: string): { address: string; dropped: string[] } {
  const dropped: string[] = [];
  const [, before = '', query = '', after = ''] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(address) ?? [];
  const bare = before.replace(/^([a-z][a-z0-9+.-]*:[/\\]{2})[^/\\]*@/i, (_, scheme: string) => {
    dropped.push('user name');
    return scheme;
  });
  const kept = query
    .slice(1)
    .split('&')
    .filter((pair) => {
      const [[name, value] = ['', '']] = new URLSearchParams(pair);
      if (!isSecretName(name) && !isTokenLike(value)) return true;
      dropped.push(name);
      return false;
    });
  if (dropped.length === 0) return { address, dropped };
  return { address: `${bare}${kept.length > 0 && query ? `?${kept.join('&')}` : ''}${after}`, dropped };
}

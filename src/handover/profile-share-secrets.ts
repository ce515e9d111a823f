/** Names under which secrets, credentials and tokens are sent: as a whole, at the end of a longer name, in any part of it. */
const whole = /^(?:code|key|sig|signature|(?:auth|authorization|device|user)_code)$/;
const endings = /(?:^|_)(?:token|token_hint|pin|otp|jwt|pass|pwd)$/;
const parts = /secret|passw|passphrase|credential|assertion|verifier|private_?key|api_?key|access_?key/;

/** Whether what stands under this name is a secret or a token, so that it must not be shared: `client_secret`, `clientSecret`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/_+$/, '')
    .toLowerCase();
  return whole.test(words) || endings.test(words) || parts.test(words);
}

/** Whether a value reads like a token whatever its name: a signed or encrypted JWT (RFC 7515 and RFC 7516, section 3.1). */
export function isTokenLike(value: string): boolean {
  return /^\s*(?:Bearer\s+)?eyJ[\w-]+\.[\w-]*(?:\.[\w-]*){1,3}\s*$/i.test(value);
}

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

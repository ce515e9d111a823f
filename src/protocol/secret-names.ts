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

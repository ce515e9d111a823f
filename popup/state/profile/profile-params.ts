import type { Profile } from '../../../src/protocol/records.ts';
import { isSecretName, isTokenLike } from '../../../src/protocol/secret-names.ts';

/**
 * The parameters of an authorization request that are offered by name. `id_token_hint` is none of them: a token does
 * not belong in a profile.
 */
const offered: Record<Profile['provider'], readonly string[]> = {
  cognito: ['identity_provider', 'idp_identifier', 'lang', 'login_hint', 'prompt', 'resource'],
  oidc: [
    ...['prompt', 'login_hint', 'max_age', 'acr_values', 'ui_locales', 'resource', 'audience', 'claims', 'display'],
  ],
};

/** May stand there more than once (RFC 8707 section 2). */
const repeatable = ['resource'];

/** Those that can still be added; a client that gets tokens for itself sends `resource` alone. */
export function offeredParams(
  { provider, responseType }: Pick<Profile, 'provider' | 'responseType'>,
  taken: readonly string[],
): string[] {
  const known = responseType === '' ? repeatable : offered[provider];
  return known.filter((name) => repeatable.includes(name) || !taken.includes(name));
}

/** The values that a parameter is known to take (OpenID Connect Core section 3.1.2.1). */
export const knownValues: Record<string, readonly string[]> = {
  prompt: ['login', 'none', 'consent', 'select_account'],
  display: ['page', 'popup', 'touch', 'wap'],
};

type Param = readonly [name: string, value: string];

/** Names of what is secret in every protocol; others that only read like it may be a public key or a flag. */
const secretNames = /^(?:client_?secret|(?:client_)?assertion|password|passphrase|code_verifier)$|token(?:_?hint)?$/i;
const isFlag = (value: string) => /^(?:|true|false|0|1)$/i.test(value.trim());

/**
 * Whether a parameter is a secret or a token, which is not saved: a profile lies on disk, and an address is logged on its way
 * (RFC 9700 section 4.2). A request object (RFC 9101) is neither, though it reads like a token.
 */
export function isSecretParam([name, value]: Param): boolean {
  const bare = name.trim();
  if (bare === '' || isFlag(value)) return false;
  return secretNames.test(bare) || (bare !== 'request' && isTokenLike(value));
}

/** Whether it is named like a secret and may be none: `api_key`, `pin`. */
export function mayBeSecret(param: Param): boolean {
  const [name, value] = param;
  return isSecretName(name.trim()) && !isFlag(value) && !isSecretParam(param);
}

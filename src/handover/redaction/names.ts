import { isSecretName } from '../../protocol/secret-names.ts';

/** What a value is that must not leave. `value`: nobody named it, it reads like a token. */
export type SecretKind =
  | 'signature'
  | 'encrypted'
  | 'token'
  | 'code'
  | 'state'
  | 'nonce'
  | 'verifier'
  | 'secret'
  | 'value';

/** What a member or a parameter of this name holds, where that is a secret. */
export function secretKind(name: string): SecretKind | undefined {
  const word = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  if (word === 'state' || word === 'nonce') return word;
  // what is told of a token, and not the token
  if (!isSecretName(name)) return undefined;
  if (/(?:^|_)code$/.test(word)) return 'code';
  if (/verifier/.test(word)) return 'verifier';
  return /(?:token|jwt|assertion|hint)$/.test(word) ? 'token' : 'secret';
}

/** Members of tokens that hold ids, hashes and names of parties, which look like tokens and are none. */
const told = new Set([
  ...['iss', 'aud', 'azp', 'client_id', 'kid', 'alg', 'enc', 'x5t', 'x5t#S256', 'jkt', 'jti', 'at_hash', 'c_hash'],
  ...['s_hash', 'event_id', 'origin_jti'],
]);

export function isTold(name: string): boolean {
  return told.has(name);
}

/** Claims that say who somebody is (OpenID Connect Core section 5.1, and those of Cognito and Entra). */
export const identifying: ReadonlySet<string> = new Set([
  ...[
    'sub',
    'sub_id',
    'name',
    'given_name',
    'family_name',
    'middle_name',
    'nickname',
    'preferred_username',
    'username',
  ],
  ...['cognito:username', 'email', 'phone_number', 'address', 'birthdate', 'gender', 'picture', 'profile', 'website'],
  ...['identities', 'login_hint', 'upn', 'unique_name', 'oid', 'ipaddr', 'preferred_email', 'secondary_email'],
]);

/** Whether a claim says who somebody is, so that it is masked unless the person says otherwise. */
export function isIdentifying(name: string): boolean {
  return identifying.has(name) || /^(?:dev:)?custom:/.test(name);
}

/** Whether a claim of this name is masked. In a hint an e-mail address or a name stands, whichever of them is masked. */
export function maskedNames(masked: ReadonlySet<string>): (name: string) => boolean {
  const withHint = [...masked].some(isIdentifying);
  return (name) => masked.has(name) || (name === 'login_hint' && withHint);
}

/** Members that the record itself has under a name that reads like a secret's, and whose values are words of ours. */
const ownMembers = new Set(['token', 'why']);

export function isOwnMember(name: string | undefined): boolean {
  return name !== undefined && ownMembers.has(name);
}

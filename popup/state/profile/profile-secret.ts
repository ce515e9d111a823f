import type { Outcome } from '../../../src/messages.ts';
import type { Host } from '../../host.ts';
import { wantsHmac } from './profile-checking.ts';
import type { Draft } from './profile-draft.ts';

/**
 * Where the client secret of a profile is: nowhere, in memory until the browser closes, on disk too, or on disk alone:
 * then it is `locked` until the passphrase is given.
 */
export type SecretState = 'none' | 'memory' | 'disk' | 'locked';

export async function findSecretState(
  { clientSecrets, keptSecrets }: Pick<Host, 'clientSecrets' | 'keptSecrets'>,
  id: string,
): Promise<SecretState> {
  const [inMemory, onDisk] = await Promise.all([clientSecrets.get(), keptSecrets.get()]);
  if (Object.hasOwn(onDisk, id)) return Object.hasOwn(inMemory, id) ? 'disk' : 'locked';
  return Object.hasOwn(inMemory, id) ? 'memory' : 'none';
}

/** Whether the secret is of use: the client shows it, or tokens are signed with it. */
export function usesSecret({ clientAuth, checking }: Pick<Draft, 'clientAuth' | 'checking'>): boolean {
  return clientAuth !== 'none' || wantsHmac({ checking });
}

type Typed = Pick<Draft, 'clientAuth' | 'checking' | 'clientSecret' | 'keeping' | 'passphrase'>;

/**
 * Has the worker keep what was typed. A passphrase alone is for the secret that is in memory already. What was not typed
 * anew stays as it is.
 */
export async function keepTypedSecret(
  host: Pick<Host, 'send' | 'clientSecrets'>,
  profileId: string,
  typed: Typed,
): Promise<Outcome> {
  const { keeping, passphrase } = typed;
  const isForDisk = keeping === 'disk' && passphrase !== '';
  const own = typed.clientSecret.trim();
  const secret = own === '' && isForDisk ? await findInMemory(host, profileId) : own;
  if (secret === '' || !usesSecret(typed)) return { ok: true };
  return host.send({ type: 'keepSecret', profileId, secret, ...(isForDisk && { passphrase }) });
}

async function findInMemory({ clientSecrets }: Pick<Host, 'clientSecrets'>, id: string): Promise<string> {
  const secrets = await clientSecrets.get();
  return (Object.hasOwn(secrets, id) && secrets[id]) || '';
}

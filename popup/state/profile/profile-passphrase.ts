import { isLongEnough } from '../../../src/protocol/passphrase.ts';
import type { Draft } from './profile-draft.ts';
import { usesSecret } from './profile-secret.ts';

export type PassphraseProblemId = 'passphrase_missing' | 'passphrase_short';

type Typed = Pick<Draft, 'clientAuth' | 'checking' | 'clientSecret' | 'keeping' | 'passphrase'>;

/** Without a secret and a passphrase nothing is to be encrypted, and what lies on disk stays. */
export function findPassphraseProblem(typed: Typed): PassphraseProblemId | undefined {
  const { clientSecret, keeping, passphrase } = typed;
  if (keeping !== 'disk' || !usesSecret(typed)) return undefined;
  if (passphrase === '') return clientSecret.trim() === '' ? undefined : 'passphrase_missing';
  return isLongEnough(passphrase) ? undefined : 'passphrase_short';
}

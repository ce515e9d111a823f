/** Client secrets: in memory, and where the person wants it encrypted on disk. */
import { lockSecret, type Opened, openSecret } from '../actions/kept-secret.ts';
import type { Outcome } from '../messages.ts';
import { isLongEnough, shortestPassphrase } from '../protocol/passphrase.ts';
import type { Forgotten } from './forgotten.ts';
import { done, unlessFull, type Verbs } from './verbs.ts';
import type { Context } from './world.ts';

type Parts = Pick<Context, 'stores'> & { forgotten: Pick<Forgotten, 'secretTimes' | 'noteSecretOf'> };

export function createSecrets({ stores, forgotten }: Parts) {
  const { clientSecrets, keptSecrets } = stores;
  /** `since`: how often it was forgotten when this one was entered. */
  const remember = async (profileId: string, secret: string, since: number): Promise<Outcome> => {
    const isForgotten = () => forgotten.secretTimes(profileId) !== since;
    await clientSecrets.update((secrets) => (isForgotten() ? secrets : { ...secrets, [profileId]: secret }));
    return isForgotten() ? refused('Secrets were forgotten meanwhile. Try again.') : done;
  };

  /** First of all: where the disk takes no change nothing else is to have changed. */
  const dropKept = async (profileId: string) => {
    if (has(await keptSecrets.get(), profileId)) await keptSecrets.update((kept) => without(kept, profileId));
  };

  /** What is written last counts: a secret that is to live in memory alone leaves no older one on disk. */
  const keep = async (profileId: string, secret: string, passphrase: string | undefined): Promise<Outcome> => {
    const since = forgotten.secretTimes(profileId);
    if (secret === '') return refused('There is no secret to keep. Enter the client secret.');
    const profiles = await stores.allProfiles.get();
    if (!profiles.some(({ id }) => id === profileId)) return refused('This profile is not there any more.');
    if (passphrase === undefined) {
      await dropKept(profileId);
      return remember(profileId, secret, since);
    }
    if (!isLongEnough(passphrase)) {
      return refused(`The passphrase needs ${shortestPassphrase} characters or more. Nothing was kept.`);
    }
    const record = await lockSecret(secret, passphrase, profileId);
    const isForgotten = () => forgotten.secretTimes(profileId) !== since;
    await keptSecrets.update((kept) => (isForgotten() ? kept : { ...kept, [profileId]: record }));
    // forgotten while it was written
    if (isForgotten()) await dropKept(profileId);
    return remember(profileId, secret, since);
  };

  const unlock = async (profileId: string, passphrase: string): Promise<Outcome> => {
    const since = forgotten.secretTimes(profileId);
    const kept: Record<string, unknown> = await keptSecrets.get();
    if (!has(kept, profileId)) {
      return refused('No client secret lies on disk for this profile. Enter it in the profile.');
    }
    const opened = await openSecret(kept[profileId], passphrase, profileId);
    if (!opened.ok) return refused(unopened[opened.problem]);
    return remember(profileId, opened.secret, since);
  };

  const forget = async (profileId: string): Promise<Outcome> => {
    forgotten.noteSecretOf(profileId);
    await dropKept(profileId);
    await clientSecrets.update((secrets) => without(secrets, profileId));
    return done;
  };

  /** A profile that is there and cannot be read has not gone. */
  const dropOrphans = async (): Promise<void> => {
    if (Object.keys(await clientSecrets.get()).length === 0) return;
    const [{ records, misfits }, whole] = [await stores.allProfiles.load(), await stores.allProfiles.whole()];
    const ids = new Set([...records, ...misfits, ...whole].map(idOf));
    const isOrphan = (id: string) => !ids.has(id);
    if (!Object.keys(await clientSecrets.get()).some(isOrphan)) return;
    await clientSecrets.update((secrets) => Object.fromEntries(Object.entries(secrets).filter(([id]) => ids.has(id))));
  };

  const verbs: Pick<Verbs, 'keepSecret' | 'unlockSecret' | 'forgetSecret'> = {
    keepSecret: ({ profileId, secret, passphrase }) => unlessFull(keep(profileId, secret, passphrase)),
    unlockSecret: ({ profileId, passphrase }) => unlessFull(unlock(profileId, passphrase)),
    forgetSecret: ({ profileId }) => unlessFull(forget(profileId)),
  };
  return {
    verbs,
    /** Forgets what is in memory for profiles that are no more. What lies encrypted on disk stays: a policy may bring its profile back. */
    dropOrphans,
    /** The client secret of a profile, while it is in memory. */
    find: async (profileId: string): Promise<string | undefined> => {
      const secrets = await clientSecrets.get();
      return has(secrets, profileId) ? secrets[profileId] : undefined;
    },
  };
}

export type Secrets = ReturnType<typeof createSecrets>;

const unopened: Record<Extract<Opened, { ok: false }>['problem'], string> = {
  passphrase: 'This passphrase does not open it. Nothing was changed.',
  record:
    'What lies on disk for this profile is no client secret that Claimcheck wrote. It was left as it is: enter the secret anew.',
};

const refused = (reason: string): Outcome => ({ ok: false, reason });

function idOf(record: unknown): unknown {
  return typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined;
}

function has(records: Record<string, unknown>, id: string): boolean {
  return Object.hasOwn(records, id);
}

function without<T>(records: Record<string, T>, id: string): Record<string, T> {
  const { [id]: _gone, ...others } = records;
  return others;
}

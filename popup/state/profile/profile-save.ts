import type { Outcome } from '../../../src/messages.ts';
import { isClientAlone, needsOf } from '../../../src/protocol/needs.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { isQuotaError } from '../../../src/store/room.ts';
import type { Grant, Host } from '../../host.ts';
import type { Draft } from './profile-draft.ts';

import { findLacks, findMissing, isNothing, type Lack, type Missing } from './profile-grants.ts';
import { profileFromDraft } from './profile-record.ts';
import { keepTypedSecret } from './profile-secret.ts';

export type SaveStatus =
  | { kind: 'saved' }
  /** The profile is saved, and the browser withholds something that it needs. */
  | { kind: 'declined'; lacks: Lack[] }
  | { kind: 'failed'; reason: string };

export type Save = {
  id: string;
  draft: Draft;
  /** As the form was opened with; what is stored now goes before it. */
  base: Profile | undefined;
  /** What the browser is known not to grant of the draft's needs; undefined while that is not known. */
  missing: Missing | undefined;
  next: 'stay' | 'sign_in';
};

/** `isSecretKept`: whether a secret that was typed is kept, or none was typed. */
export type OnSaved = (profile: Profile, isSecretKept: boolean) => void;

/**
 * Saves a profile and brings it in front. To be called straight from a click: the browser is asked once for everything
 * that is missing, before anything is awaited, and the profile is written whatever it answers, as the prompt may close
 * the page that asks. A sign-in follows only where its end would be captured, and as the profile wants it.
 */
export async function saveProfile(host: Host, save: Save, onSaved: OnSaved): Promise<SaveStatus> {
  const { permissions, origins } = save.missing ?? needsOf(profileFromDraft(save.draft, save.id, save.base));
  const wanted = { permissions, origins };
  const asked = isNothing(wanted) ? Promise.resolve(true) : requestGrant(host, wanted);
  try {
    let saved = profileFromDraft(save.draft, save.id, save.base);
    await host.profiles.update((profiles) => {
      const at = profiles.findIndex(({ id }) => id === save.id);
      if (at < 0) return [...profiles, saved];
      saved = profileFromDraft(save.draft, save.id, profiles[at]);
      return profiles.with(at, saved);
    });
    await host.activeProfile.set(save.id);
    const keeping = await keepTypedSecret(host, save.id, save.draft);
    onSaved(saved, keeping.ok);
    await asked;
    if (!keeping.ok) return { kind: 'failed', reason: `The profile is saved, its secret is not. ${keeping.reason}` };
    const lacks = findLacks(saved, await findMissing(host, needsOf(saved)));
    // that a sign-in will not end inside must be read before it starts
    const canSignIn = !isClientAlone(saved) && !lacks.includes('everything') && !lacks.includes('intercept');
    const outcome = save.next === 'sign_in' && canSignIn ? await signIn(host, save.id) : undefined;
    if (outcome?.ok === false) return { kind: 'failed', reason: outcome.reason };
    return lacks.length > 0 ? { kind: 'declined', lacks } : { kind: 'saved' };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

/** What a browser says of a full disk, Chromium for one “Resource::kQuotaBytes quota exceeded”, helps nobody. */
function reasonOf(error: unknown): string {
  if (isQuotaError(error)) return diskFull;
  return error instanceof Error ? error.message : String(error);
}

const diskFull =
  'The browser’s storage for extensions is full. Delete profiles that you no longer need, then save again.';

/** A login from a private window stays in it; elsewhere the browser chooses the window. */
async function signIn(host: Pick<Host, 'send' | 'where'>, profileId: string): Promise<Outcome> {
  const { isPrivate, windowId } = await host.where();
  const isNamed = isPrivate && windowId !== undefined;
  return host.send({ type: 'signIn', profileId, ...(isNamed && { windowId }) });
}

/** Asks the browser, straight from a click: nothing may be awaited before. A prompt that fails is a no. */
export function requestGrant(host: Pick<Host, 'permissions'>, grant: Grant): Promise<boolean> {
  try {
    return host.permissions.request(grant).catch(() => false);
  } catch {
    return Promise.resolve(false);
  }
}

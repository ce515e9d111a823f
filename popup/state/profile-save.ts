import type { Profile } from '../../src/protocol/records.ts';
import type { Grant, Host } from '../host.ts';
import type { Draft } from './profile-draft.ts';
import { profileFromDraft } from './profile-record.ts';
import { watching } from './world.ts';

export type SaveStatus = { kind: 'saved' | 'declined' } | { kind: 'failed'; reason: string };

export type Save = {
  id: string;
  draft: Draft;
  /** As the form was opened with; what is stored now goes before it. */
  base: Profile | undefined;
  /** Whether the browser is known to tell of navigations already. */
  canWatch: boolean;
  next: 'stay' | 'sign_in';
};

/**
 * Saves a profile and brings it in front. To be called straight from a click: the browser is asked before anything is
 * awaited, and the profile is written whatever it answers, as the prompt may close the page that asks. A sign-in
 * follows only where its end would be captured.
 */
export async function saveProfile(host: Host, save: Save, onSaved: (profile: Profile) => void): Promise<SaveStatus> {
  const asked = save.canWatch ? Promise.resolve(true) : requestGrant(host, watching);
  try {
    let saved = profileFromDraft(save.draft, save.id, save.base);
    await host.profiles.update((profiles) => {
      const at = profiles.findIndex(({ id }) => id === save.id);
      if (at < 0) return [...profiles, saved];
      saved = profileFromDraft(save.draft, save.id, profiles[at]);
      return profiles.with(at, saved);
    });
    await host.activeProfile.set(save.id);
    onSaved(saved);
    if (!(await asked)) return { kind: 'declined' };
    const outcome = save.next === 'sign_in' ? await host.send({ type: 'signIn', profileId: save.id }) : undefined;
    return outcome?.ok === false ? { kind: 'failed', reason: outcome.reason } : { kind: 'saved' };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Asks the browser, straight from a click: nothing may be awaited before. A prompt that fails is a no. */
export function requestGrant(host: Pick<Host, 'permissions'>, grant: Grant): Promise<boolean> {
  try {
    return host.permissions.request(grant).catch(() => false);
  } catch {
    return Promise.resolve(false);
  }
}

/** Deletes a profile and has its captures forgotten. */
export async function deleteProfile(host: Host, id: string): Promise<void> {
  const captureIds = await capturesOf(host, id);
  await host.profiles.update((profiles) => profiles.filter((profile) => profile.id !== id));
  if (captureIds.length > 0) await host.send({ type: 'forget', captureIds });
}

/** The ids of the captures that go with a profile. */
export async function capturesOf(host: Pick<Host, 'captures'>, profileId: string): Promise<string[]> {
  const captures = await host.captures.get();
  return captures.filter((capture) => capture.profileId === profileId).map(({ id }) => id);
}

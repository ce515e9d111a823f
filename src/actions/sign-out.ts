import { isUseBlocked } from '../protocol/checks.ts';
import { isImported } from '../protocol/imported.ts';
import { isOfOtherClient } from '../protocol/login-client.ts';
import type { Capture, Profile } from '../protocol/records.ts';
import { isSample } from '../protocol/sample.ts';
import { signOutAddress } from '../provider/sign-out.ts';
import { randomValue } from './random-value.ts';

/** What signing out needs of the world. `now` gives milliseconds. */
export type SignOutWorld = {
  profiles: () => Promise<Profile[]>;
  findCapture: (id: string) => Promise<Capture | undefined>;
  changeCapture: (id: string, change: (capture: Capture) => Capture) => Promise<unknown>;
  /** The metadata document of the profile's issuer, where the profile names no endpoint itself. */
  findMetadata: (profile: Profile) => Promise<Record<string, unknown> | undefined>;
  /** Opens an address in a tab, in a private window for a capture of one. */
  openTab: (url: string) => Promise<unknown>;
  now: () => number;
};

type Outcome = { ok: true } | { ok: false; reason: string };

/**
 * Opens the provider's sign-out in a tab: it must be a navigation, as the session is the browser's cookie. The ID token of the
 * capture named goes along as a hint, unless one of its checks failed.
 */
export async function signOut(
  { profileId, captureId }: { profileId: string; captureId?: string },
  { profiles, findCapture, changeCapture, findMetadata, openTab, now }: SignOutWorld,
): Promise<Outcome> {
  const stored = (await profiles()).find(({ id }) => id === profileId);
  if (!stored) return { ok: false, reason: 'This profile is not there any more.' };
  const capture = captureId === undefined ? undefined : await findCapture(captureId);
  const idToken = capture && hintOf(capture, stored);
  const document = stored.endpoints.endSession ? undefined : await findMetadata(stored);
  const profile = document ? { ...stored, metadata: { fetchedAt: now(), document } } : stored;
  const address = signOutAddress(profile, { state: randomValue(), ...(idToken !== undefined && { idToken }) });
  if (!address.ok) return address;
  try {
    await openTab(address.url);
  } catch {
    return { ok: false, reason: 'The browser did not open the sign-out of the provider. Try again.' };
  }
  const signedOut = { at: now(), kind: 'signed_out' };
  if (capture) await changeCapture(capture.id, (current) => ({ ...current, events: [...current.events, signedOut] }));
  return { ok: true };
}

/** A token that is not what this provider issued to this client has no place in an address of the provider. */
function hintOf(capture: Capture, profile: Profile): string | undefined {
  const { profileId, tokens, judgedAt, verdicts } = capture;
  if (isImported(capture) || isSample(capture) || isOfOtherClient(capture, profile)) return undefined;
  return profileId === profile.id && judgedAt !== undefined && !isUseBlocked(verdicts) ? tokens.id_token : undefined;
}

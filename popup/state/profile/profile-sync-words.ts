import type { SyncState } from '../../../src/store/profile-sync.ts';
import type { Tone } from '../../parts/note.tsx';
import { safeText } from '../safe-text.ts';

/** What the last sync of profiles could not do, and what to do about it; nothing where all went well or nothing is synced. */
export function syncWords(state: SyncState | undefined): { tone: Tone; text: string } | undefined {
  if (!state) return undefined;
  const { tooLarge, noRoom, unreadable, problem } = state;
  const sentences = [
    problem !== undefined &&
      `The browser did not take the profiles: ${safeText(problem)} It is tried again with the next change.`,
    tooLarge.length > 0 &&
      `Not synced, as the browser takes 8 KB for one profile at most: ${listOf(tooLarge)}. Shorten it, or share it as a file.`,
    noRoom.length > 0 &&
      `Not synced, as the browser takes 100 KB in all: ${listOf(noRoom)}. Delete profiles, or share these as a file.`,
    unreadable > 0 &&
      `${unreadable === 1 ? 'One profile' : `${unreadable} profiles`} of another device cannot be read here; nothing was changed there. Update Claimcheck on this device.`,
  ].filter((sentence) => typeof sentence === 'string');
  return sentences.length > 0 ? { tone: 'warn', text: sentences.join(' ') } : undefined;
}

/** What of an earlier sync is still in the account. */
export function stillSyncedWords(count: number): string {
  const what = count === 1 ? 'One profile that went there before is' : `${count} profiles that went there before are`;
  return `Nothing more goes to the account. ${what} still in it.`;
}

export const removedWords =
  'Removed from the account. The profiles of this device stay, and another device that still syncs puts its own there again.';

/** Why the account still holds them. */
export function notRemovedWords(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `The browser did not remove them: ${safeText(why)} Try again later.`;
}

function listOf(names: readonly string[]): string {
  return names.map((name) => `“${safeText(name)}”`).join(', ');
}

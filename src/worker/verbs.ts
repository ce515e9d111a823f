/** What the worker does for a message of our pages: one function for each type, made where its work is done. */
import type { Answers, Message, Outcome } from '../messages.ts';
import { NewerStorage } from '../store/newer-storage.ts';
import { isQuotaError } from '../store/room.ts';

export type Verbs = { [T in Message['type']]: (message: Extract<Message, { type: T }>) => Promise<Answers[T]> };

export const done: Outcome = { ok: true };

/** The outcome, or the words for it that the browser's memory would not take what came of it, or that the disk is not ours. */
export function unlessFull<A>(outcome: Promise<A>): Promise<A | { ok: false; reason: string }> {
  return outcome.catch((error: unknown) => {
    if (error instanceof NewerStorage) return { ok: false, reason: error.message };
    if (!isQuotaError(error)) throw error;
    return { ok: false, reason: 'The browser’s memory for extensions is full. Forget older captures, then try again.' };
  });
}

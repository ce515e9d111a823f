import { useHost } from './host-context.ts';
import { type Said, useSay } from './say.ts';
import { useRead } from './world-context.ts';

export type Copying = {
  said?: Said | undefined;
  /** The text holds a token: the worker is told, so that the clipboard can be cleared of it. */
  isSecret?: boolean | undefined;
  /** What it is for, or what to know of it: a few words without a full stop. */
  note?: string | undefined;
};

/** Copies a text and says so. `what` starts the sentence: "ID token copied." */
export function useCopy(): (text: string, what: string, how?: Copying) => Promise<boolean> {
  const host = useHost();
  const say = useSay();
  const { settings } = useRead();
  return async (text, what, { said, isSecret, note } = {}) => {
    try {
      await host.copy(text);
    } catch {
      say({ seen: 'Not copied: the browser refused the clipboard', spoken: `${what} not copied.` });
      return false;
    }
    // the worker may be gone: then nothing is cleared by itself, and "Clear now" works all the same
    if (isSecret) host.send({ type: 'copied', text }).catch(() => {});
    const clearAfter = isSecret ? (settings?.clearClipboardAfter ?? 0) : 0;
    const stays =
      clearAfter > 0
        ? `The clipboard is cleared after ${clearAfter} s if it still holds it.`
        : 'The clipboard keeps it until you copy something else.';
    const after = note ? ` ${note.charAt(0).toUpperCase()}${note.slice(1)}.` : '';
    const words = said ?? { seen: note ? `Copied: ${note}` : 'Copied', spoken: `${what} copied. ${stays}${after}` };
    say(isSecret ? { ...words, canClear: true } : words);
    return true;
  };
}

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useHost } from './host-context.ts';
import { useRead } from './world-context.ts';

/** What the action row's output says: a word or two to see, a sentence to hear, and where it is shown in full. */
export type Said = {
  seen: string;
  spoken: string;
  target?: string;
  /** A token lies on the clipboard: it can be cleared now. */
  canClear?: true;
};

export const SayContext = createContext<(said: Said) => void>(() => {});

export function useSay(): (said: Said) => void {
  return useContext(SayContext);
}

export type Copying = {
  said?: Said | undefined;
  /** The text holds a token: the worker is told, so that the clipboard can be cleared of it. */
  isSecret?: boolean | undefined;
};

/** Copies a text and says so. `what` starts the sentence: "ID token copied." */
export function useCopy(): (text: string, what: string, how?: Copying) => Promise<boolean> {
  const host = useHost();
  const say = useSay();
  const { settings } = useRead();
  return async (text, what, { said, isSecret } = {}) => {
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
    const words = said ?? { seen: 'Copied', spoken: `${what} copied. ${stays}` };
    say(isSecret ? { ...words, canClear: true } : words);
    return true;
  };
}

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useHost } from './host-context.ts';

/** What the action row's output says: a word or two to see, a sentence to hear, and where it is shown in full. */
export type Said = { seen: string; spoken: string; target?: string };

export const SayContext = createContext<(said: Said) => void>(() => {});

export function useSay(): (said: Said) => void {
  return useContext(SayContext);
}

/** Copies a text and says so. `what` starts the sentence: "ID token copied." */
export function useCopy(): (text: string, what: string, said?: Said) => Promise<boolean> {
  const host = useHost();
  const say = useSay();
  return async (text, what, said) => {
    try {
      await host.copy(text);
    } catch {
      say({ seen: 'Not copied: the browser refused the clipboard', spoken: `${what} not copied.` });
      return false;
    }
    const spoken = `${what} copied. The clipboard keeps it until you copy something else.`;
    say(said ?? { seen: 'Copied', spoken });
    return true;
  };
}

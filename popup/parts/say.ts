import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

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

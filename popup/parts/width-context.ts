import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Width } from '../host.ts';

export const WidthContext = createContext<Width>('popup');

/** Which of its three widths the face stands in. */
export function useWidth(): Width {
  return useContext(WidthContext);
}

import type { Grant, Width } from '../host.ts';
import { useGranted, useHost } from './host-context.ts';

/** Where the person is asked: a prompt closes the popup, which therefore opens the page at this path; so does the panel. */
export type AskAt = { width: Width; path: string };

/**
 * Whether the browser grants something, and a way to ask for it. `ask` must be called straight from a click; it
 * answers whether it is granted now.
 */
export function useAllow(grant: Grant, { width, path }: AskAt) {
  const host = useHost();
  const isGranted = useGranted(grant);
  const ask = async (): Promise<boolean> => {
    if (isGranted) return true;
    if (width !== 'page') {
      host.openPage(path);
      return false;
    }
    return host.permissions.request(grant).catch(() => false);
  };
  return { isGranted, ask };
}

import { useRead } from './world-context.ts';

/** Gives the `aria-keyshortcuts` of a single key: none where the person has switched them off (WCAG 2.1.4). */
export function useSingleKeys(): (key: string | undefined) => string | undefined {
  const { settings } = useRead();
  return (key) => (settings && settings.singleKeys !== false ? key : undefined);
}

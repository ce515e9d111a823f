/** Remembers in memory whether there are private windows: of a tab that is closed already the browser tells nothing. */
import { hasPrivateWindow } from '../platform/windows.ts';
import type { Context } from './world.ts';

/** In milliseconds: how long after the last private window an answer may still be one of it. */
const grace = 10_000;

export function createPrivateWindows({ stores, now }: Pick<Context, 'stores' | 'now'>) {
  const { privateWindows } = stores;
  return {
    /** Takes note of the windows there are. Gives whether a private one is among them. */
    async note(): Promise<boolean> {
      const isOpen = await hasPrivateWindow();
      const before = await privateWindows.get();
      if (before.isOpen !== isOpen) await privateWindows.set({ isOpen, closedAt: isOpen ? 0 : now() });
      return isOpen;
    },
    /** Whether there is a private window, or was one a moment before a time (ms). */
    async isAnyAt(at: number): Promise<boolean> {
      const { isOpen, closedAt } = await privateWindows.get();
      return isOpen || at - closedAt < grace || hasPrivateWindow();
    },
  };
}

export type PrivateWindows = ReturnType<typeof createPrivateWindows>;

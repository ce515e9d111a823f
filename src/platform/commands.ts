import { browser } from './browser.ts';

/** The window in which the keys were pressed, where the browser tells it. */
export type CommandPlace = { windowId?: number; isPrivate: boolean };

/** Calls back when the keys of a command were pressed, whatever is in front. Must be called in the first turn. */
export function onCommand(name: string, callback: (place: CommandPlace) => void): void {
  // the API is missing where the platform has no keys
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command !== name) return;
    const { windowId, incognito = false } = tab ?? {};
    callback({ ...(windowId !== undefined && { windowId }), isPrivate: incognito });
  });
}

/** Opens the popup, where the browser lets us: in Firefox only in the very turn in which the keys were pressed. */
export async function openPopup(): Promise<void> {
  await browser.action.openPopup().catch(() => {});
}

import { browser } from './browser.ts';
import { isFirefox } from './kind.ts';

/** Chromium's own; the polyfill's type does not know it. */
type SidePanel = { open(options: { windowId: number }): Promise<void> };

function sidePanel(): SidePanel | undefined {
  return (browser as unknown as { sidePanel?: SidePanel }).sidePanel;
}

/** Opens the side panel of a window. Must be called in the very turn of a click or of a command. */
export function openPanel(windowId: number): Promise<void> {
  if (isFirefox()) return browser.sidebarAction.open();
  return sidePanel()?.open({ windowId }) ?? Promise.reject(new Error('This browser has no side panel.'));
}

/** Whether there is one: Chromium's API is missing in some of its kin, Firefox for Android has no sidebar. */
export function hasPanel(): boolean {
  return isFirefox() ? browser.sidebarAction !== undefined : sidePanel() !== undefined;
}

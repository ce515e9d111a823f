import { browser } from './browser.ts';
import { isFirefox } from './kind.ts';

/** The keys of a command as the browser names them, '' where none are set. */
export async function shortcutOf(command: string): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === command)?.shortcut ?? '';
}

/** Where a person changes the keys, in the browser's own words. No page of an extension may lead there. */
export function shortcutsPlace(): string {
  if (isFirefox()) return 'about:addons, under the gear, “Manage Extension Shortcuts”';
  return 'chrome://extensions/shortcuts';
}

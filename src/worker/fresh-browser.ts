/** What "Fresh token" and the clipboard use of the browser: their tests bring another. */
import { readClipboard, recallMayCopy, rememberMayCopy, writeClipboard } from '../platform/clipboard.ts';
import { onCommand, openPopup } from '../platform/commands.ts';
import { permissions } from '../platform/permissions.ts';
import { showTab } from '../platform/tabs.ts';
import { createWake } from '../platform/wake.ts';
import { findWindow } from '../platform/windows.ts';

export const clipboardBrowser = {
  createWake,
  read: readClipboard,
  write: writeClipboard,
  has: (name: string) => permissions.has({ permissions: [name] }),
};

export const freshBrowser = {
  createWake,
  findWindow,
  showTab,
  openPopup,
  onCommand,
  rememberMayCopy,
  recallMayCopy,
  onPermissions: (callback: () => void) => permissions.onChanged(callback),
};

import type { Answers, Message } from '../src/messages.ts';
import { hasPanel, openPanel } from '../src/platform/panel.ts';
import { permissions } from '../src/platform/permissions.ts';
import { sendMessage } from '../src/platform/runtime.ts';
import { localArea, managedArea, sessionArea } from '../src/platform/storage.ts';
import { openOwnPage } from '../src/platform/tabs.ts';
import { ownWindow } from '../src/platform/windows.ts';
import { createStores } from '../src/store/stores.ts';
import type { Host } from './host.ts';

/** The world as our pages find it in the extension. */
export function extensionHost(): Host {
  // asked for before it is needed: the browser opens the panel in the turn of the click, or not at all
  let windowId: number | undefined;
  const where = async () => {
    const own = await ownWindow();
    windowId = own.windowId;
    return own;
  };
  return {
    ...createStores(localArea, sessionArea, managedArea),
    // the worker answers each message with its own answer type (src/messages.ts)
    send: <M extends Message>(message: M) => sendMessage(message) as Promise<Answers[M['type']]>,
    permissions,
    where,
    openPage: (path) => void openOwnPage(path),
    openPanel: hasPanel() ? async () => openPanel(windowId ?? noWindow) : undefined,
    copy: (text) => navigator.clipboard.writeText(text),
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
  };
}

/** The browsers' own word for none. */
const noWindow = -1;

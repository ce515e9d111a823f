import { browser } from './browser.ts';

/** Who sent a message, as far as the browser vouches for it. */
export type Sender = { id?: string; origin?: string; url?: string };

type Listener = (message: unknown) => Promise<unknown> | undefined;

/**
 * Answers messages of our own pages. Anything else is refused in silence: another extension's id, a content script's
 * web origin, a sender without an address.
 */
export function answerMessages(listener: Listener): void {
  const own = new URL(browser.runtime.getURL('')).origin;
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) =>
    isOwnPage(sender, browser.runtime.id, own) ? listener(message) : undefined,
  );
}

/** Whether a sender is a page of this extension: its id is ours and its address lies in our own origin. */
export function isOwnPage(sender: Sender, id: string, origin: string): boolean {
  if (sender.id !== id || sender.url === undefined) return false;
  const isInside = sender.url === origin || sender.url.startsWith(`${origin}/`);
  return isInside && (sender.origin === undefined || sender.origin === origin);
}

export function sendMessage(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** Calls back when the extension was installed or updated, and when the browser has started. */
export function onStart(callback: () => void): void {
  browser.runtime.onInstalled.addListener(callback);
  browser.runtime.onStartup.addListener(callback);
}

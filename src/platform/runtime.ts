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
    // a failure is not told across: in Chromium it would need the polyfill on both sides
    isOwnPage(sender, browser.runtime.id, own) ? listener(message)?.catch(() => undefined) : undefined,
  );
}

/** Whether a sender is a page of this extension: its id is ours and its address lies in our own origin. */
export function isOwnPage(sender: Sender, id: string, origin: string): boolean {
  if (sender.id !== id || sender.url === undefined) return false;
  const isInside = sender.url === origin || sender.url.startsWith(`${origin}/`);
  return isInside && (sender.origin === undefined || sender.origin === origin);
}

/** Rejects when the worker does not answer, or fails. */
export async function sendMessage(message: unknown): Promise<unknown> {
  const answer: unknown = await browser.runtime.sendMessage(message);
  if (answer === undefined || answer === null) throw new Error('The extension did not answer.');
  return answer;
}

/** Why a worker was started for the first time: `updated` stands for a reload of the extension as well. */
export type Start = 'installed' | 'updated' | 'browser_updated' | 'browser';

const reasons: Partial<Record<string, Start>> = {
  install: 'installed',
  update: 'updated',
  browser_update: 'browser_updated',
  chrome_update: 'browser_updated',
};

/** Calls back when the extension was installed, updated or reloaded, and when the browser has started: both may be so at once. */
export function onStart(callback: (why: Start) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => callback(reasons[reason] ?? 'installed'));
  browser.runtime.onStartup.addListener(() => callback('browser'));
}

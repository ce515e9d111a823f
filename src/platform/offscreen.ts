import { browser } from './browser.ts';
import { type ClipboardAnswer, type ClipboardTask, clipboardChannel } from './clipboard-channel.ts';

/** Chromium's own; the polyfill's type does not know it. */
type Offscreen = {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
};

/** In milliseconds: the document answers in a few. */
const patience = 5000;

/**
 * Has a document that nobody sees use the clipboard, as a service worker has none: writes a text, or reads what lies there.
 * Gives the text, or undefined when the browser does not let us. The document is closed afterwards.
 */
export function useClipboard(task: { write?: string }): Promise<string | undefined> {
  return navigator.locks.request(clipboardChannel, async () => {
    const { offscreen } = browser as unknown as { offscreen: Offscreen };
    // one that a worker left behind when it ended is in the way
    await offscreen.closeDocument().catch(() => {});
    await offscreen.createDocument({
      url: 'offscreen.html',
      reasons: ['CLIPBOARD'],
      justification: 'To put an access token on the clipboard, and to clear it from there.',
    });
    try {
      return await ask({ ...task, id: crypto.randomUUID() });
    } finally {
      await offscreen.closeDocument().catch(() => {});
    }
  });
}

function ask(task: ClipboardTask): Promise<string | undefined> {
  const channel = new BroadcastChannel(clipboardChannel);
  return new Promise<string | undefined>((resolve) => {
    setTimeout(resolve, patience);
    channel.onmessage = ({ data }: MessageEvent<ClipboardAnswer>) => {
      if (data.answers === task.id) resolve(data.text);
    };
    channel.postMessage(task);
  }).finally(() => channel.close());
}

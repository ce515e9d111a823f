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
 * In milliseconds: how long the document stays. What it has written gets lost where it is closed at once, once in some 200 times
 * on a busy machine, measured: it says that it is done before the browser is.
 */
const linger = 2000;

let closing: ReturnType<typeof setTimeout> | undefined;

/**
 * Has a document that nobody sees use the clipboard, as a service worker has none: writes a text, or reads what lies there.
 * Gives the text, or undefined when the browser does not let us. The document is closed some time afterwards.
 */
export function useClipboard(task: { write?: string }): Promise<string | undefined> {
  return navigator.locks.request(clipboardChannel, async () => {
    const { offscreen } = browser as unknown as { offscreen: Offscreen };
    clearTimeout(closing);
    closing = undefined;
    const isThere = offscreen.createDocument({
      url: 'offscreen.html',
      reasons: ['CLIPBOARD'],
      justification: 'To put an access token on the clipboard, and to clear it from there.',
    });
    // there is one from before, also where a worker left it behind when it ended
    await isThere.catch(() => {});
    try {
      return await ask({ ...task, id: crypto.randomUUID() });
    } finally {
      closeLater(offscreen);
    }
  });
}

/** Unless it is used again before. */
function closeLater(offscreen: Offscreen): void {
  const close = async () => {
    if (closing === own) await offscreen.closeDocument().catch(() => {});
  };
  const own = setTimeout(() => void navigator.locks.request(clipboardChannel, close), linger);
  closing = own;
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

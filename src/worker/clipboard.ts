/** What the worker does on the clipboard: copies, and clears what was copied while it still lies there. */
import { encodeBase64url } from '../protocol/base64url.ts';
import { defaultSettings } from '../protocol/records.ts';
import type { clipboardBrowser } from './fresh-browser.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Context } from './world.ts';

/** Must be called in the first turn: its alarm may start the worker. */
export function createClipboard({ stores, session, now }: Context, browser: typeof clipboardBrowser) {
  /** Clears the clipboard once it is time, if it still holds what was copied. One that cannot be read is left alone. */
  const clearDue = oneAtATime(async () => {
    const held = await stores.clipboard.get();
    setAlarm(held?.clearAt);
    if (!held || now() < held.clearAt) return;
    const text = await browser.read();
    if (text && (await digestOf(text)) === held.digest) await browser.write('');
    await session.exclusive(async () => {
      const current = await stores.clipboard.get();
      // another text may have been copied meanwhile
      if (current?.clearAt === held.clearAt) await session.remove('clipboard');
    });
    setAlarm((await stores.clipboard.get())?.clearAt);
  });
  const setAlarm = browser.createWake('clipboard', () => void clearDue());
  /** To look whether it is still there takes the one permission, to empty it behind all windows the other (measured). */
  const canClear = async () => (await browser.has('clipboardRead')) && (await browser.has('clipboardWrite'));
  /** Remembers a text that was copied by its SHA-256, where it is to be cleared. */
  const note = async (text: string): Promise<void> => {
    const { clearClipboardAfter } = { ...defaultSettings, ...(await stores.settings.get()) };
    if (clearClipboardAfter <= 0 || !(await canClear())) return;
    const clearAt = now() + clearClipboardAfter * 1000;
    const digest = await digestOf(text);
    await stores.clipboard.update(() => ({ digest, clearAt }));
    setAlarm(clearAt);
  };
  return {
    clearDue,
    note,
    canCopy: () => browser.has('clipboardWrite'),
    /** False when the browser does not let us. */
    copy: async (text: string): Promise<boolean> => {
      if (!(await browser.write(text))) return false;
      await note(text);
      return true;
    },
  };
}

export type Clipboard = ReturnType<typeof createClipboard>;

/** Windows keeps each line's end as two characters. */
async function digestOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text.replaceAll('\r\n', '\n'));
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

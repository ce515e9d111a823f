/** What the worker and its offscreen document say to each other about the clipboard (Chromium). */

/** What the document is asked: to write a text, else to read. */
export type ClipboardTask = { id: string; write?: string };
/** `text`: what was written or read; missing when it could not be done. */
export type ClipboardAnswer = { answers: string; text?: string };

/** Reaches the pages of this extension alone. */
export const clipboardChannel = 'claimcheck:clipboard';

import { beforeAll, describe, expect, test, vi } from 'vitest';

// importing it outside an extension throws, so the one module that does is replaced
const { runtime, listeners } = vi.hoisted(() => {
  const listeners: ((message: unknown, sender: object) => Promise<unknown> | undefined)[] = [];
  // Node gives an address of an extension no origin
  const sender = {
    id: 'abcdefghijklmnopabcdefghijklmnop',
    url: 'https://of-the-extension.test/',
  };
  return {
    listeners,
    runtime: {
      id: sender.id,
      getURL: () => sender.url,
      onMessage: { addListener: (listener: (typeof listeners)[number]) => listeners.push(listener) },
      sendMessage: async (message: unknown) => listeners[0]?.(message, sender),
    },
  };
});
vi.mock('../../../src/platform/browser.ts', () => ({ browser: { runtime } }));

const id = 'abcdefghijklmnopabcdefghijklmnop';
const origin = `chrome-extension://${id}`;
let isOwnPage: typeof import('../../../src/platform/runtime.ts').isOwnPage;
let answerMessages: typeof import('../../../src/platform/runtime.ts').answerMessages;
let sendMessage: typeof import('../../../src/platform/runtime.ts').sendMessage;
beforeAll(async () => {
  ({ isOwnPage, answerMessages, sendMessage } = await import('../../../src/platform/runtime.ts'));
});

describe('a page that sends a message', () => {
  test.each<[what: string, work: () => Promise<unknown> | undefined]>([
    ['nobody answers', () => undefined],
    ['the work fails', () => Promise.reject(new Error('secret'))],
    ['nothing comes of it', async () => null],
  ])('learns that %s, and nothing more', async (_, work) => {
    listeners.length = 0;
    answerMessages(work);
    await expect(sendMessage('a')).rejects.toThrow(/^The extension did not answer\.$/);
  });

  test('gets the answer', async () => {
    listeners.length = 0;
    answerMessages(async (message) => ({ ok: message }));
    expect(await sendMessage('a')).toEqual({ ok: 'a' });
  });
});

describe('a message is answered only when it comes from a page of ours', () => {
  test.each([
    ['the popup', { id, url: `${origin}/popup.html`, origin }],
    ['our page in a tab', { id, url: `${origin}/page.html#profiles/1` }],
  ])('%s', (_, sender) => expect(isOwnPage(sender, id, origin)).toBe(true));

  test.each([
    ['nobody', {}],
    [
      'another extension',
      { id: 'other', url: 'chrome-extension://other/popup.html', origin: 'chrome-extension://other' },
    ],
    ['another extension that names our address', { id: 'other', url: `${origin}/popup.html`, origin }],
    ['nobody in particular at our address', { url: `${origin}/popup.html` }],
    ['a content script', { id, url: 'https://app.example.com/', origin: 'https://app.example.com' }],
    ['our id without an address', { id }],
    ['an origin that only begins like ours', { id, url: `${origin}.evil.com/popup.html` }],
    ['our address with a foreign origin', { id, url: `${origin}/popup.html`, origin: 'https://evil.com' }],
    ['a file', { id, url: 'file:///popup.html', origin: 'null' }],
    ['a data address', { id, url: `data:text/html,${origin}/` }],
  ])('not %s', (_, sender) => expect(isOwnPage(sender, id, origin)).toBe(false));
});

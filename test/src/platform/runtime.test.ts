import { beforeAll, describe, expect, test, vi } from 'vitest';

// importing it outside an extension throws, so the one module that does is replaced
vi.mock('../../../src/platform/browser.ts', () => ({ browser: {} }));

const id = 'abcdefghijklmnopabcdefghijklmnop';
const origin = `chrome-extension://${id}`;
let isOwnPage: typeof import('../../../src/platform/runtime.ts').isOwnPage;
beforeAll(async () => {
  ({ isOwnPage } = await import('../../../src/platform/runtime.ts'));
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

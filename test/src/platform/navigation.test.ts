import { beforeAll, beforeEach, expect, test, vi } from 'vitest';

type Listener = (details: object) => void;
const listeners: Record<string, Listener[]> = {};
const event = (name: string) => ({
  addListener: (listener: Listener) => {
    listeners[name] = [...(listeners[name] ?? []), listener];
  },
  removeListener: (listener: Listener) => {
    listeners[name] = (listeners[name] ?? []).filter((other) => other !== listener);
  },
});

// importing it outside an extension throws, so the one module that does is replaced
vi.mock('../../../src/platform/browser.ts', () => ({
  browser: {
    webNavigation: {
      onBeforeNavigate: event('before'),
      onCommitted: event('committed'),
      onErrorOccurred: event('error'),
      onReferenceFragmentUpdated: event('fragment'),
    },
  },
}));

let watchNavigation: typeof import('../../../src/platform/navigation.ts').watchNavigation;
const seen: object[] = [];
beforeAll(async () => {
  ({ watchNavigation } = await import('../../../src/platform/navigation.ts'));
  watchNavigation([{}], (one) => seen.push(one));
});
beforeEach(() => void seen.splice(0));

const details = { url: 'https://app.example/cb#code=c', tabId: 7, frameId: 0, timeStamp: 12 };
const tell = (name: string, more: object = {}) => {
  for (const listener of listeners[name] ?? []) listener({ ...details, ...more });
};

test.each(['before', 'committed', 'fragment', 'error'])('%s is told as what it is', (name) => {
  tell(name);
  expect(seen).toEqual([{ kind: name, url: details.url, tabId: 7, frameId: 0, at: 12 }]);
});

test.each([
  ['net::ERR_ABORTED', 'aborted'],
  ['Error code 2152398850', 'aborted'],
  ['Error code 2152398861', 'aborted'],
  ['Error code 2147500036', 'blocked'],
  ['net::ERR_CONNECTION_REFUSED', 'error'],
])('a navigation that ended with %s is told as %s', (error, kind) => {
  tell('error', { error });
  expect(seen).toMatchObject([{ kind }]);
});

test('a page that Chromium renders ahead is one of its own, whatever its frameId; a frame is not', () => {
  tell('committed', { frameId: 41, frameType: 'outermost_frame', documentLifecycle: 'prerender' });
  tell('committed', { frameId: 42, frameType: 'sub_frame' });
  expect(seen).toMatchObject([{ frameId: 0 }, { frameId: 42 }]);
});

test('without a filter nothing is watched, and what was watched can be left alone again', () => {
  const others: object[] = [];
  watchNavigation([], (one) => others.push(one));
  const stop = watchNavigation([{}], (one) => others.push(one));
  tell('before');
  stop();
  tell('before');
  expect(others).toHaveLength(1);
});

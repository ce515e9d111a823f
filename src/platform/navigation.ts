import { browser } from './browser.ts';

export type UrlFilter = {
  schemes?: string[];
  hostEquals?: string;
  pathEquals?: string;
  ports?: number[];
  queryContains?: string;
  urlContains?: string;
};

/** A navigation as the browser reported it. `at` is in milliseconds. */
export type NavigationEvent = {
  kind: 'before' | 'committed' | 'error' | 'aborted' | 'blocked' | 'fragment';
  url: string;
  tabId: number;
  frameId: number;
  at: number;
};

const events = {
  before: 'onBeforeNavigate',
  committed: 'onCommitted',
  error: 'onErrorOccurred',
  fragment: 'onReferenceFragmentUpdated',
} as const;

/**
 * How the browsers say that a navigation may not be over with this: Chromium that it was given up, Firefox any failure, as
 * it starts the navigation anew in another process or commits a page about it.
 */
const abortion = /^(?:net::ERR_ABORTED$|Error code )/;

/** How Firefox says that an extension kept a request from being sent: NS_ERROR_ABORT. */
const blocked = 'Error code 2147500036';

/** Whether the browser lets us watch navigations at all: the permission is optional and can be taken back. */
export function canWatchNavigation(): boolean {
  return browser.webNavigation !== undefined;
}

type Details = {
  url: string;
  tabId: number;
  frameId: number;
  /** Chromium's word for a page of its own, also while it is rendered ahead and has another frameId than 0. */
  frameType?: string;
  timeStamp: number;
  error?: string;
};

/** Starts to watch navigations that pass one of the filters. The answer stops it. */
export function watchNavigation(filters: UrlFilter[], onEvent: (event: NavigationEvent) => void): () => void {
  if (!canWatchNavigation() || filters.length === 0) return () => {};
  const stops = Object.entries(events).map(([kind, name]) => {
    const listener = (details: Details) =>
      onEvent({
        kind: failureKind(details.error) ?? (kind as keyof typeof events), // a key of the table above
        url: details.url,
        tabId: details.tabId,
        frameId: details.frameType === 'outermost_frame' ? 0 : details.frameId,
        at: details.timeStamp,
      });
    browser.webNavigation[name].addListener(listener, { url: filters });
    return () => browser.webNavigation?.[name].removeListener(listener);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

function failureKind(error = ''): 'aborted' | 'blocked' | undefined {
  if (error === blocked) return 'blocked';
  return abortion.test(error) ? 'aborted' : undefined;
}

import { browser } from './browser.ts';

/** What is watched through webRequest: requests for these addresses, or redirects that servers at them answer with. */
export type RequestFilter = { on: 'request' | 'redirect'; urls: string[] };

/** A request for a page or a frame, or where a redirect points. `at` is in milliseconds. */
export type RequestEvent = {
  kind: 'request';
  url: string;
  /** The fields of a form that was sent with it, in order. */
  form?: [name: string, value: string][];
  /** A form was sent with it, and the browser does not tell its fields: Firefox with more than 1 MiB. */
  isFormUntold?: true;
  tabId: number;
  frameId: number;
  at: number;
};

/** Whether the browser lets us watch requests at all: the permission is optional and can be taken back. */
export function canWatchRequests(): boolean {
  return browser.webRequest !== undefined;
}

const types = ['main_frame', 'sub_frame'] satisfies ['main_frame', 'sub_frame'];

type Details = { url: string; tabId: number; frameId: number; timeStamp: number };
/** The polyfill's type names one value for each field; both browsers give a list. */
type FormData = Record<string, string[]>;

/** Starts to watch requests and redirects that pass one of the filters. The answer stops it. */
export function watchRequests(filters: RequestFilter[], onEvent: (event: RequestEvent) => void): () => void {
  if (!canWatchRequests()) return () => {};
  const stops = filters.filter(({ urls }) => urls.length > 0).map(({ on, urls }) => watchers[on](urls, onEvent));
  return () => {
    for (const stop of stops) stop();
  };
}

const watchers = {
  request(urls: string[], onEvent: (event: RequestEvent) => void) {
    const listener = (details: Details & { requestBody?: { formData?: unknown } | undefined }) => {
      const formData = details.requestBody?.formData as FormData | undefined;
      const form = formPairs(formData);
      const isFormUntold = formData !== undefined && form.length === 0;
      onEvent({
        ...eventOf(details),
        url: details.url,
        ...(form.length > 0 && { form }),
        ...(isFormUntold && { isFormUntold }),
      });
      return undefined;
    };
    browser.webRequest.onBeforeRequest.addListener(listener, { urls, types }, ['requestBody']);
    return () => browser.webRequest?.onBeforeRequest.removeListener(listener);
  },
  redirect(urls: string[], onEvent: (event: RequestEvent) => void) {
    const listener = (details: Details & { redirectUrl: string }) => {
      // one to a web address is seen as the request that follows
      if (!/^https?:/i.test(details.redirectUrl)) onEvent({ ...eventOf(details), url: details.redirectUrl });
    };
    browser.webRequest.onBeforeRedirect.addListener(listener, { urls, types });
    return () => browser.webRequest?.onBeforeRedirect.removeListener(listener);
  },
};

function eventOf({ tabId, frameId, timeStamp }: Details) {
  return { kind: 'request' as const, tabId, frameId, at: timeStamp };
}

function formPairs(formData: FormData = {}): [string, string][] {
  return Object.entries(formData).flatMap(([name, values]) =>
    values.filter((value) => typeof value === 'string').map((value): [string, string] => [name, value]),
  );
}

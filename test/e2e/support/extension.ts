import type { Driver } from '../../../tools/browsers/driver.ts';

/** The part of the extension API that tests call in a page of the extension. */
export type ExtensionApi = {
  runtime: { sendMessage(message: object): Promise<unknown> };
  action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
};

type Namespace = Record<string, (...args: unknown[]) => Promise<unknown>>;

/** Calls a function of the extension API, `history.search` for one, in a page that runs none of the extension's code. */
export async function callApi<R>(driver: Driver, name: string, ...args: unknown[]): Promise<R> {
  const result = await driver.evaluateInExtension(
    ([name, args]) => {
      const { browser, chrome } = globalThis as unknown as Record<string, Record<string, Namespace>>;
      const [namespace = '', method = ''] = name.split('.');
      return (browser ?? chrome)?.[namespace]?.[method]?.(...args);
    },
    [name, args] as [string, unknown[]],
  );
  return result as R; // the type that the API's documentation names
}

/** Every address that the browser's history holds. */
export async function historyOf(driver: Driver): Promise<string[]> {
  const visits = await callApi<{ url: string }[]>(driver, 'history.search', {
    text: '',
    startTime: 0,
    maxResults: 10_000,
  });
  return visits.map(({ url }) => url);
}

/** The rules by which requests end inside the extension. */
export function rulesOf(driver: Driver): Promise<object[]> {
  return callApi(driver, 'declarativeNetRequest.getSessionRules');
}

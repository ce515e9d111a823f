/** What somebody else tries. Each function here is sent into a page as text: it uses nothing but its argument and the page. */

type Port = {
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
};
type Runtime = {
  sendMessage(...args: unknown[]): Promise<unknown>;
  connect(id: string): Port;
};
type Injection = { target: { tabId: number }; func: (...args: never[]) => unknown; args?: unknown[] };
type Tab = { id: number; url?: string; title?: string };
type Request = { url: string; requestHeaders?: { name: string; value?: string }[] };
export type OtherApi = {
  runtime: Runtime;
  storage: Record<'local' | 'session', { get(keys: null): Promise<object> }>;
  tabs: { query(of: object): Promise<Tab[]>; sendMessage(tabId: number, message: unknown): Promise<unknown> };
  scripting: { executeScript(injection: Injection): Promise<{ result: unknown }[]> };
  webRequest: {
    onBeforeSendHeaders: {
      addListener(listener: (request: Request) => void, filter: { urls: string[] }, more: string[]): void;
    };
  };
  debugger?: { attach(target: object, version: string): Promise<void>; detach(target: object): Promise<void> };
};

/** How each of these messages, sent to an extension's id from another extension, is answered: in words. */
export function tellExtension({ id, messages }: { id: string; messages: unknown[] }): Promise<string[]> {
  const { browser, chrome } = globalThis as unknown as Record<string, OtherApi>;
  const { runtime } = (browser ?? chrome) as OtherApi;
  return Promise.all(
    messages.map((message) =>
      runtime.sendMessage(id, message).then(
        (answer) => (answer === undefined || answer === null ? 'no answer' : JSON.stringify(answer)),
        () => 'refused',
      ),
    ),
  );
}

/** What comes through a port that another extension opens to an extension's id. */
export function connectExtension({ id, messages }: { id: string; messages: unknown[] }): Promise<string> {
  const { browser, chrome } = globalThis as unknown as Record<string, OtherApi>;
  const { runtime } = (browser ?? chrome) as OtherApi;
  return new Promise((resolve) => {
    try {
      const port = runtime.connect(id);
      port.onMessage.addListener((message) => resolve(JSON.stringify(message)));
      port.onDisconnect.addListener(() => resolve('refused'));
      for (const message of messages) port.postMessage(message);
    } catch {
      resolve('refused');
    }
  });
}

/** What a script of another extension finds out in the tab at this address, or why it does not run. */
export async function injectInto({ address, id, messages }: { address: string; id: string; messages: unknown[] }) {
  const { browser, chrome } = globalThis as unknown as Record<string, OtherApi>;
  const { tabs, scripting } = (browser ?? chrome) as OtherApi;
  const tab = (await tabs.query({})).find(({ url }) => url?.startsWith(address));
  if (!tab) return 'no such tab';
  const injected = async (id: string, messages: unknown[]) => {
    const own = globalThis as unknown as Record<string, OtherApi>;
    const { runtime, storage } = (own.browser ?? own.chrome) as OtherApi;
    const told = (message: unknown) =>
      runtime.sendMessage(id, message).then(
        (answer) => (answer === undefined || answer === null ? 'no answer' : JSON.stringify(answer)),
        () => 'refused',
      );
    const read = async (area: 'local' | 'session') =>
      JSON.stringify((await storage[area]?.get(null).catch(() => ({}))) ?? {});
    return {
      answers: [...new Set(await Promise.all(messages.map(told)))],
      stored: [await read('local'), await read('session')],
    };
  };
  const injection: Injection = { target: { tabId: tab.id }, func: injected, args: [id, messages] };
  return scripting.executeScript(injection).then(
    ([first]) => first?.result,
    () => 'refused',
  );
}

/** The tabs as another extension sees them, as JSON. */
export async function listTabs(): Promise<string> {
  const { browser, chrome } = globalThis as unknown as Record<string, OtherApi>;
  return JSON.stringify(await (browser ?? chrome)?.tabs.query({}));
}

/** Whether another extension may look into these targets with the browser's own debugger: in words. */
export async function debugExtension(target: { extensionId: string } | { address: string }): Promise<string> {
  const { chrome } = globalThis as unknown as Record<string, OtherApi>;
  if (!chrome?.debugger) return 'there is no debugger';
  const { debugger: api, tabs } = chrome;
  const all = await tabs.query({});
  const of = 'address' in target ? { tabId: all.find(({ url }) => url?.startsWith(target.address))?.id } : target;
  return api.attach(of, '1.3').then(
    () => api.detach(of).then(() => 'attached'),
    () => 'refused',
  );
}

/** From now on notes in the page the requests that another extension is told of, with their headers. */
export function noteRequests(): void {
  const { browser, chrome } = globalThis as unknown as Record<string, OtherApi>;
  const more = ['requestHeaders', ...(browser ? [] : ['extraHeaders'])];
  const note = ({ url, requestHeaders = [] }: Request) => {
    const { dataset } = document.documentElement;
    const headers = requestHeaders.map(({ name, value }) => `${name.toLowerCase()}: ${value}`);
    dataset.requests = JSON.stringify([...JSON.parse(dataset.requests ?? '[]'), [url, ...headers]]);
  };
  (browser ?? chrome)?.webRequest.onBeforeSendHeaders.addListener(note, { urls: ['<all_urls>'] }, more);
}

/** What it has noted: of each request the address and the headers. */
export function notedRequests(): string[][] {
  return JSON.parse(document.documentElement.dataset.requests ?? '[]');
}

/** What a web page tries with addresses of an extension. Each function here is sent into the page as text. */

/** How each address is answered to a web page that loads it: by `fetch`, as script, picture, style and worker. */
export function loadAll(addresses: string[]): Promise<[address: string, loaded: string[]][]> {
  const element = <T extends HTMLElement>(tag: string, set: (one: T) => void) =>
    new Promise<boolean>((resolve) => {
      const one = document.createElement(tag) as T; // the tag of that type
      one.onload = () => resolve(true);
      one.onerror = () => resolve(false);
      set(one);
      document.body.append(one);
    });
  const isFetched = (address: string, init: RequestInit) =>
    fetch(address, init).then(
      ({ ok, type }) => ok || type === 'opaque',
      () => false,
    );
  const ways: Record<string, (address: string) => Promise<boolean>> = {
    fetch: (address) => isFetched(address, {}),
    'fetch without CORS': (address) => isFetched(address, { mode: 'no-cors' }),
    script: (address) => element<HTMLScriptElement>('script', (one) => (one.src = address)),
    module: (address) =>
      element<HTMLScriptElement>('script', (one) => Object.assign(one, { type: 'module', src: address })),
    img: (address) => element<HTMLImageElement>('img', (one) => (one.src = address)),
    style: (address) =>
      element<HTMLLinkElement>('link', (one) => Object.assign(one, { rel: 'stylesheet', href: address })),
  };
  const load = async (address: string): Promise<[string, string[]]> => {
    const tried = await Promise.all(
      Object.entries(ways).map(async ([name, way]) => ((await way(address)) ? [name] : [])),
    );
    return [address, tried.flat()];
  };
  return Promise.all(addresses.map(load));
}

/** What a web page can read at an address that it may fetch. */
export async function readText(address: string): Promise<string> {
  return (await fetch(address)).text();
}

/** Puts a frame at each of these addresses into the page, and waits until each has loaded something or failed. */
export async function frameAll(addresses: string[]): Promise<void> {
  document.body.replaceChildren();
  const framed = addresses.map(
    (address) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.onload = () => resolve();
        frame.onerror = () => resolve();
        frame.src = address;
        document.body.append(frame);
      }),
  );
  await Promise.all(framed);
}

/**
 * Opens a window at each of these addresses, speaks to it, and says what of it is readable: its text, or why there is none.
 * The last is one that opens.
 */
export async function openAndRead(addresses: string[]): Promise<[address: string, read: string][]> {
  const openOne = (address: string) => {
    try {
      return open(address);
    } catch {
      return null;
    }
  };
  const read = (page: Window | null | undefined): string => {
    // Firefox parts a page of an extension from who opened it, to whom the window is closed
    if (!page || page.closed) return 'not opened';
    try {
      return page.document.body.textContent ?? '';
    } catch {
      return 'not readable';
    }
  };
  const opened = addresses.map((address): [string, Window | null] => [address, openOne(address)]);
  const start = performance.now();
  while (read(opened.at(-1)?.[1]) === '' && performance.now() - start < 2000) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const [, page] of opened) page?.postMessage({ type: 'forgetEverything' }, '*');
  return opened.map(([address, page]) => [address, read(page)]);
}

/** Pages of a web server that lead on to the address in their query, each in another way. */
export const waysOn: Record<string, (to: string) => string> = {
  location: (to) => `<script>location.href = ${JSON.stringify(to)}</script>`,
  refresh: (to) => `<meta http-equiv="refresh" content="0;url=${to}">`,
  link: (to) => `<a href="${to}">on</a><script>document.querySelector('a').click()</script>`,
  form: (to) => `<form action="${to}"></form><script>document.forms[0].submit()</script>`,
};

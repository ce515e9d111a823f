import type { TestPage } from '../../../../tools/browsers/driver.ts';

/** A page of either driver whose window can be set. */
export type Sized = TestPage & { setViewportSize(size: { width: number; height: number }): Promise<unknown> };

/**
 * What a page is made of: the names of its elements and of their attributes, its addresses, all its words. `sideways`: by
 * how many pixels it is wider than its window, and because of which elements.
 */
export type Made = {
  where: string;
  names: string[];
  addresses: string[];
  text: string;
  sideways: string[];
};

/** Looks at the page as it is. */
export async function lookAt(page: TestPage, where: string): Promise<Made> {
  const made = await page.evaluate(() => {
    const names = new Set<string>();
    const addresses = new Set<string>();
    const words: string[] = [document.title];
    for (const element of document.querySelectorAll('*')) {
      names.add(element.localName);
      for (const { name, value } of element.attributes) {
        names.add(`${element.localName}[${name}]`);
        if (/^(?:href|xlink:href|src|srcset|srcdoc|action|formaction|poster|data|ping|style)$/.test(name))
          addresses.add(`${element.localName}[${name}] ${value}`);
        // a field holds what is to be edited, as it is
        else if (name !== 'data-problems' && name !== 'value') words.push(value);
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    const reach = (element: Element) => Math.round(element.getBoundingClientRect().right) - clientWidth;
    const wide = [...document.body.querySelectorAll('*')]
      .filter((one) => reach(one) > 0 && !(one.parentElement && reach(one.parentElement) > 0))
      .slice(0, 4);
    const sideways =
      scrollWidth > clientWidth
        ? [
            scrollWidth - clientWidth,
            ...wide.map((one) => `${one.parentElement?.className} ${one.localName}.${one.className} ${reach(one)}`),
          ].map(String)
        : [];
    const all = document.body.cloneNode(true) as HTMLElement;
    for (const field of all.querySelectorAll('textarea')) field.remove();
    words.push(all.textContent ?? '');
    return { names: [...names], addresses: [...addresses], text: words.join('\n'), sideways };
  });
  return { where, ...made };
}

/** Addresses of the page that are none of its own files, none of its own places and none of a provider's console. */
export function strangeAddresses({ addresses }: Made, lure: string): string[] {
  const own = /^(?:link|script|a|use)\[(?:href|src)\] (?:#|(?:\.\/)?[\w.-]+\.(?:js|css|html)(?:#|$)|https:\/\/)/;
  return addresses.filter((address) => !own.test(address) || address.includes(new URL(lure).host));
}

/** From now on notes what fails in the page, and what its policy refuses; gives a way to read it, a probe first. */
export async function noteProblems(page: TestPage): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    const note = (what: unknown) => {
      dataset.problems = JSON.stringify([...JSON.parse(dataset.problems ?? '[]'), String(what)]);
    };
    const write = console.error.bind(console);
    console.error = (...said: unknown[]) => {
      note(said);
      write(...said);
    };
    addEventListener('error', ({ error, message }) => note(error ?? message));
    addEventListener('unhandledrejection', ({ reason }) => note(reason));
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      note(`${effectiveDirective} ${blockedURI}`);
    });
    reportError(new Error('a probe'));
  });
  return () => page.evaluate(() => JSON.parse(document.documentElement.dataset.problems ?? '[]') as string[]);
}

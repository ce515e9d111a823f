type Own = { eval(code: string): unknown; Function: new (code: string) => () => void; setTimeout(code: string): void };
type Trusted = { trustedTypes?: { createPolicy(name: string, of: object): void } };

/**
 * Runs in a page: tries to make code or markup from a text, and to load. Gives for each try the error that it met, and
 * what the page's policy refused; `ran`: how much of the code ran.
 */
export async function tryAll(lure: string) {
  const call = 'document.documentElement.dataset.ran = "yes"';
  const met: Record<string, string> = {};
  const refused = new Set<string>();
  const attempt = (name: string, act: () => unknown) => {
    met[name] = 'nothing';
    try {
      act();
    } catch (error) {
      met[name] = (error as Error).name;
    }
  };
  const add = (name: string, attributes: Record<string, string>, text = '') => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== '') element.append(text);
    document.body.append(element);
    return element;
  };
  const tryCode = () => {
    // a driver runs this beside the page's own world, which is bound by its policy
    const own = ((window as unknown as { wrappedJSObject?: Window }).wrappedJSObject ?? window) as unknown as Own;
    attempt('eval', () => own.eval(call));
    attempt('Function', () => new own.Function(call)());
    attempt('setTimeout', () => own.setTimeout(call));
  };
  const tryMarkup = () => {
    attempt('innerHTML', () => {
      document.createElement('div').innerHTML = '<b>b</b>';
    });
    attempt('insertAdjacentHTML', () => document.createElement('div').insertAdjacentHTML('beforeend', '<b>b</b>'));
    attempt('DOMParser', () => new DOMParser().parseFromString('<b>b</b>', 'text/html'));
    attempt('srcdoc', () => add('iframe', { srcdoc: '<b>b</b>' }));
    attempt('onclick', () => add('b', { onclick: call }).click());
    attempt('createPolicy', () => (globalThis as Trusted).trustedTypes?.createPolicy('own', {}));
  };
  const decided = new Set<string>();
  /** Until it is loaded, has failed, or is refused. */
  const follow = (directive: string, element: HTMLElement) => {
    for (const event of ['load', 'error']) element.addEventListener(event, () => decided.add(directive));
  };
  const isDecided = (directive: string) => decided.has(directive) || refused.has(directive);
  const tryLoading = () => {
    attempt('an inline script', () => add('script', {}, call));
    attempt('a data script', () => add('script', { src: `data:text/javascript,${call}` }));
    attempt('a script from elsewhere', () => add('script', { src: `${lure}/try.js` }));
    attempt('an inline style', () => add('style', {}, `body { background: url(${lure}/try-style.png) }`));
    attempt('an image', () => follow('img-src', add('img', { src: `${lure}/try.png` })));
    attempt('a frame', () => follow('frame-src', add('iframe', { src: `${lure}/try-frame` })));
    attempt('a base', () => add('base', { href: lure }));
  };
  addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.add(effectiveDirective));
  // code that a driver sends may evaluate whatever it likes; a later turn of the page may not
  await new Promise<void>((resolve) => {
    const wait = () => (['img-src', 'frame-src'].every(isDecided) ? setTimeout(resolve) : setTimeout(wait, 10));
    setTimeout(() => {
      tryCode();
      tryMarkup();
      tryLoading();
      wait();
    });
  });
  return { met, refused: [...refused].sort(), ran: document.documentElement.dataset.ran ?? 'no' };
}

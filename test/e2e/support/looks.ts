type Memory = { parts?: Set<string>; kinds?: Set<string>; looks?: Set<string>; known?: Element[]; fresh?: Element[] };

/**
 * Runs in the page, so that nothing from outside may be used in it: whether no state before had a kind of element, a colour
 * or a size that this one has. Leaves on the window which parts are known letter for letter, and which texts look new.
 */
export function noteLooks(): boolean {
  const memory = globalThis as unknown as Memory;
  memory.parts ??= new Set();
  memory.kinds ??= new Set();
  memory.looks ??= new Set();
  const { parts, kinds, looks } = memory;
  const before = kinds.size + looks.size;
  const fresh: Element[] = [];
  memory.fresh = fresh;

  const grounds = new Map<Element, string>();
  const groundOf = (element: Element | null): string => {
    if (!element) return '';
    const noted = grounds.get(element);
    if (noted !== undefined) return noted;
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
    const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
    const ground = groundOf(element.parentElement) + (own === 'rgba(0, 0, 0, 0) none 1' ? '' : `/${own}`);
    grounds.set(element, ground);
    return ground;
  };
  const isOff = (element: Element) => element.closest(':disabled, [aria-disabled="true"]') !== null;
  const note = (look: string, element: Element) => {
    if (!looks.has(look) && fresh.at(-1) !== element) fresh.push(element);
    looks.add(look);
  };
  const texts = document.evaluate('//body//*[text()[normalize-space()]]', document, null, 7);
  for (const scheme of ['light', 'dark']) {
    document.documentElement.style.colorScheme = scheme;
    grounds.clear();
    for (let place = 0; place < texts.snapshotLength; place += 1) {
      const element = texts.snapshotItem(place) as Element;
      const { color, fontSize, fontWeight } = getComputedStyle(element);
      note([scheme, element.localName, color, fontSize, fontWeight, isOff(element), groundOf(element)].join(), element);
    }
  }
  // what is left of it would be an inline style to axe
  document.documentElement.removeAttribute('style');
  for (const target of document.querySelectorAll('a, button, input, select, textarea, summary, [role]')) {
    const { width, height } = target.getBoundingClientRect();
    note([target.localName, target.className, width < 24, height < 24].join(), target);
  }

  for (const element of document.querySelectorAll('body *')) {
    const { localName, className, role, textContent } = element;
    const names = element.getAttributeNames().sort();
    kinds.add([localName, className, role, textContent?.trim() === '', ...names].join(' '));
  }
  const isNew = kinds.size + looks.size > before;

  const known: Element[] = [];
  memory.known = known;
  const news = new Set(fresh.flatMap((element) => ancestors(element)));
  const met: string[] = [];
  const walk = (element: Element, above: string): void => {
    const html = element.outerHTML;
    // headings and landmarks are judged by what stands around them
    const isPart = html.length < 20_000 && !/<(h\d|main|nav|aside|header|footer|section)\b/.test(html);
    if (isPart && parts.has(above + html) && !news.has(element)) {
      known.push(element);
      return;
    }
    if (isPart) met.push(above + html);
    const path = above + html.slice(0, html.indexOf('>') + 1);
    for (const child of element.children) walk(child, path);
  };
  // parts that axe is not shown are not known
  if (isNew) walk(document.body, '');
  for (const part of met) parts.add(part);
  return isNew;

  function ancestors(element: Element): Element[] {
    const parent = element.parentElement;
    return parent ? [element, ...ancestors(parent)] : [element];
  }
}

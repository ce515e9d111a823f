/** Runs in the page, so that nothing from outside may be used in it: which parts and looks of it no state before had. */
export function noteLooks(): boolean {
  const memory = globalThis as unknown as { parts?: Set<string>; looks?: Set<string>; known?: Element[] };
  memory.parts ??= new Set();
  memory.looks ??= new Set();
  const { parts, looks } = memory;
  const known: Element[] = [];
  memory.known = known;

  const met: string[] = [];
  const walk = (element: Element, above: string): void => {
    const html = element.outerHTML;
    // headings and landmarks are judged by what stands around them
    const isPart = html.length < 20_000 && !/<(h\d|main|nav|aside|header|footer|section)\b/.test(html);
    if (isPart && parts.has(above + html)) {
      known.push(element);
      return;
    }
    if (isPart) met.push(above + html);
    const path = above + html.slice(0, html.indexOf('>') + 1);
    for (const child of element.children) walk(child, path);
  };
  walk(document.body, '');
  for (const part of met) parts.add(part);

  const before = looks.size;
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
  const texts = document.evaluate('//body//*[text()[normalize-space()]]', document, null, 7);
  for (const scheme of ['light', 'dark']) {
    document.documentElement.style.colorScheme = scheme;
    grounds.clear();
    for (let place = 0; place < texts.snapshotLength; place += 1) {
      const element = texts.snapshotItem(place) as Element;
      const { color, fontSize, fontWeight } = getComputedStyle(element);
      looks.add([scheme, element.localName, color, fontSize, fontWeight, isOff(element), groundOf(element)].join());
    }
  }
  // what is left of it would be an inline style to axe
  document.documentElement.removeAttribute('style');
  for (const target of document.querySelectorAll('a, button, input, select, textarea, summary, [role]')) {
    const { width, height } = target.getBoundingClientRect();
    looks.add([target.localName, target.className, width < 24, height < 24].join());
  }
  return looks.size > before;
}

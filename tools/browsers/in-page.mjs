// Each function here is sent into a page as text: it may use nothing but its arguments and the page.

/**
 * The elements under the roots that a selector finds and a person can perceive, in document order.
 *
 * @param {(Element | null)[]} roots null is the document
 * @param {string} selector
 * @param {boolean} perceivableOnly leave out what is not rendered or is `aria-hidden`
 */
export function findBySelector(roots, selector, perceivableOnly) {
  const found = roots.flatMap((root) => [...(root ?? document).querySelectorAll(selector)]);
  const perceivable = (/** @type {Element} */ element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true]');
  return perceivableOnly ? found.filter((element) => element.matches('option') || perceivable(element)) : found;
}

/**
 * The smallest elements under the roots whose text fits.
 *
 * @param {(Element | null)[]} roots null is the document
 * @param {{ source: string, flags: string }} wanted the regular expression that fits
 */
export function findByText(roots, { source, flags }) {
  const wanted = new RegExp(source, flags);
  const textOf = (/** @type {Element} */ element) =>
    element.matches('input[type=submit], input[type=button]') ? element.getAttribute('value') : element.textContent;
  const fits = (/** @type {Element} */ element) => wanted.test((textOf(element) ?? '').replace(/\s+/g, ' ').trim());
  return roots
    .flatMap((root) => [...(root ?? document.body).querySelectorAll('*')])
    .filter((element) => !element.matches('script, style, noscript, template') && fits(element))
    .filter((element) => ![...element.children].some(fits));
}

/**
 * The elements under the roots that have a fitting label or `aria-label`.
 *
 * @param {(Element | null)[]} roots null is the document
 * @param {{ source: string, flags: string }} wanted the regular expression that fits
 */
export function findByLabel(roots, { source, flags }) {
  const wanted = new RegExp(source, flags);
  return roots
    .flatMap((root) => [...(root ?? document).querySelectorAll('*')])
    .filter((element) => {
      const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
      const own = 'labels' in element && element.labels ? [.../** @type {NodeListOf<Element>} */ (element.labels)] : [];
      const texts = [...ids.map((id) => document.getElementById(id)), ...own].map((label) => label?.textContent ?? '');
      return [...texts, element.getAttribute('aria-label') ?? '']
        .map((text) => text.replace(/\s+/g, ' ').trim())
        .some((text) => text && wanted.test(text));
    });
}

/**
 * Replaces what a control holds, with the events of a person who pastes.
 *
 * @param {Element} element
 * @param {string} text
 */
export function fillControl(element, text) {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) {
    throw new Error(`A ${element.localName} cannot be filled`);
  }
  element.focus();
  element.select();
  const isTyped =
    element instanceof HTMLTextAreaElement || !/^(date|time|month|week|color|range|datetime-local)$/.test(element.type);
  if (isTyped) {
    if (text === '') document.execCommand('delete');
    else document.execCommand('insertText', false, text);
  }
  if (element.value === text) return;
  element.value = text;
  element.dispatchEvent(new Event('input', { bubbles: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * @param {Element} element
 * @param {string} wanted an option's value or its text
 */
export function chooseOption(element, wanted) {
  if (!(element instanceof HTMLSelectElement)) throw new Error(`A ${element.localName} has no options`);
  const option = [...element.options].find(({ value, label }) => value === wanted || label === wanted);
  if (!option) throw new Error(`No option ${wanted}`);
  element.value = option.value;
  element.dispatchEvent(new Event('input', { bubbles: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
  return [option.value];
}

/**
 * @param {Element} element
 */
export function isPerceivable(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}

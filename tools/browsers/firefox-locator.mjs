import { waitUntil } from '../wait-until.mjs';
import { chooseOption, fillControl, findByLabel, findBySelector, findByText, isPerceivable } from './in-page.mjs';
import { MarionetteError } from './marionette.mjs';
import { roleSelector } from './role-selectors.mjs';

/** @typedef {{ timeout?: number }} Wait timeout in milliseconds */
/** @typedef {{ name?: string | RegExp, exact?: boolean, level?: number }} RoleOptions */
/** @typedef {Record<string, string>} ElementReference WebDriver's handle of an element */
/**
 * One narrowing of the search: `find` runs in the page and is given the elements found so far (null: the document).
 *
 * @typedef {object} Step
 * @property {string} says
 * @property {(...args: any[]) => Element[]} find
 * @property {unknown[]} args
 * @property {((name: string) => boolean)} [hasName] judges the accessible name, which the browser computes
 */

// What a page that is still rendering answers; asking again is right.
const PASSING = new Set([
  'stale element reference',
  'no such element',
  'element not interactable',
  'element click intercepted',
  'detached shadow root',
]);

/** Like Playwright, which waits for it: a button may be out of use for a moment. */
const isOutOfUse = (/** @type {Element} */ element) => element.getAttribute('aria-disabled') === 'true';
const outOfUse = new MarionetteError('click', { error: 'element not interactable', message: 'aria-disabled' });

/** A search in a FirefoxPage, run again for every use, with the names and meanings of Playwright's Locator. */
export class FirefoxLocator {
  /** @type {import('./firefox-page.mjs').FirefoxPage} */
  #page;
  /** @type {Step[]} */
  #steps;
  /** @type {number | undefined} */
  #index;

  /**
   * @param {import('./firefox-page.mjs').FirefoxPage} page
   * @param {Step[]} steps
   * @param {number} [index] undefined: the search must find one element alone; -1 is the last
   */
  constructor(page, steps, index) {
    this.#page = page;
    this.#steps = steps;
    this.#index = index;
  }

  /**
   * @param {string} role
   * @param {RoleOptions} [options]
   */
  getByRole(role, options = {}) {
    return this.#narrow(byRole(role, options));
  }

  /**
   * @param {string | RegExp} text
   * @param {{ exact?: boolean }} [options]
   */
  getByText(text, { exact = false } = {}) {
    const { source, flags } = wording(text, exact);
    return this.#narrow({ says: `text ${text}`, find: findByText, args: [{ source, flags }] });
  }

  /**
   * @param {string | RegExp} text
   * @param {{ exact?: boolean }} [options]
   */
  getByLabel(text, { exact = false } = {}) {
    const { source, flags } = wording(text, exact);
    return this.#narrow({ says: `label ${text}`, find: findByLabel, args: [{ source, flags }] });
  }

  /**
   * @param {string} selector CSS
   */
  locator(selector) {
    return this.#narrow({ says: selector, find: findBySelector, args: [selector, false] });
  }

  /** @param {number} index */
  nth(index) {
    return new FirefoxLocator(this.#page, this.#steps, index);
  }

  first() {
    return this.nth(0);
  }

  last() {
    return this.nth(-1);
  }

  /** @param {Wait} [wait] */
  async click(wait) {
    const press = async (/** @type {ElementReference} */ element) => {
      if (await this.#page.run(isOutOfUse, [element])) throw outOfUse;
      await this.#page.sendTo('WebDriver:ElementClick', element).catch((error) => {
        // the click was done; where it led is not its fault
        if (!/Reached error page/.test(String(error))) throw error;
      });
    };
    await this.#act(press, { ...wait, inFront: true });
  }

  /**
   * @param {string} text
   * @param {Wait} [wait]
   */
  async fill(text, wait) {
    await this.#act((element) => this.#page.run(fillControl, [element, text]), { ...wait, inFront: true });
  }

  /**
   * @param {string} option its value or its text
   * @param {Wait} [wait]
   */
  async selectOption(option, wait) {
    return this.#act((element) => this.#page.run(chooseOption, [element, option]), wait);
  }

  /** @param {Wait} [wait] */
  async check(wait) {
    if (!(await this.isChecked(wait))) await this.click(wait);
  }

  /** @param {Wait} [wait] */
  async uncheck(wait) {
    if (await this.isChecked(wait)) await this.click(wait);
  }

  /**
   * @param {string} key
   * @param {Wait} [wait]
   */
  async press(key, wait) {
    await this.focus(wait);
    await this.#page.keyboard.press(key);
  }

  /** @param {Wait} [wait] */
  async focus(wait) {
    await this.evaluate((element) => /** @type {HTMLElement} */ (element).focus(), undefined, wait);
  }

  /** @param {Wait} [wait] */
  textContent(wait) {
    return this.evaluate((element) => element.textContent, undefined, wait);
  }

  /** @param {Wait} [wait] */
  inputValue(wait) {
    return this.evaluate((element) => /** @type {HTMLInputElement} */ (element).value, undefined, wait);
  }

  /** @param {Wait} [wait] */
  isChecked(wait) {
    return this.evaluate((element) => /** @type {HTMLInputElement} */ (element).checked, undefined, wait);
  }

  /** @param {Wait} [wait] */
  isDisabled(wait) {
    return this.evaluate((element) => element.matches(':disabled'), undefined, wait);
  }

  /**
   * @param {string} name
   * @param {Wait} [wait]
   */
  getAttribute(name, wait) {
    return this.evaluate((element, name) => element.getAttribute(name), name, wait);
  }

  /**
   * @template A, R
   * @param {(element: Element, arg: A) => R} fn
   * @param {A} [arg]
   * @param {Wait} [wait]
   * @returns {Promise<Awaited<R>>}
   */
  evaluate(fn, arg, wait) {
    return this.#act((element) => this.#page.run(fn, [element, arg]), wait);
  }

  count() {
    return this.#page.alone(async () => (await this.#find()).length);
  }

  allTextContents() {
    return this.#page.alone(async () =>
      this.#page.run(
        (elements) => elements.map((/** @type {Element} */ element) => element.textContent ?? ''),
        [await this.#find()],
      ),
    );
  }

  isVisible() {
    return this.#page.alone(async () => {
      const [element] = await this.#find();
      return element !== undefined && ((await this.#page.run(isPerceivable, [element]).catch(passing)) ?? false);
    });
  }

  /**
   * @param {Wait & { state?: 'visible' | 'hidden' }} [options]
   */
  async waitFor({ state = 'visible', timeout } = {}) {
    await waitUntil(async () => (await this.isVisible().catch(passing)) === (state === 'visible'), {
      what: `${this} to be ${state}`,
      ...(timeout === undefined ? {} : { timeout }),
    });
  }

  toString() {
    return this.#steps.map(({ says }) => says).join(' > ') + (this.#index === undefined ? '' : ` #${this.#index}`);
  }

  /** @param {Step} step */
  #narrow(step) {
    if (this.#index !== undefined) throw new Error('nth() comes last');
    return new FirefoxLocator(this.#page, [...this.#steps, step]);
  }

  /** @returns {Promise<ElementReference[]>} */
  async #find() {
    // a page that renders meanwhile may take away what a step has found: then the search begins anew
    for (let left = 5; left > 0; left--) {
      const found = await this.#look().catch(passing);
      if (found) return found;
    }
    return this.#look();
  }

  /** @returns {Promise<ElementReference[]>} */
  async #look() {
    /** @type {(ElementReference | null)[]} */
    let found = [null];
    for (const { find, args, hasName } of this.#steps) {
      /** @type {ElementReference[]} */
      const elements = await this.#page.run(find, [found, ...args]);
      found = [];
      for (const element of elements) {
        // an element that left the page between the two looks has no name any more
        const name = hasName && (await this.#page.sendTo('WebDriver:GetComputedLabel', element).catch(passing));
        if (!hasName || (name !== undefined && hasName(name))) found.push(element);
      }
    }
    const elements = found.filter((element) => element !== null);
    if (this.#index === undefined) return elements;
    const chosen = elements.at(this.#index);
    return chosen ? [chosen] : [];
  }

  /**
   * Does something with the one element, as soon as it is there and can be used.
   *
   * @template T
   * @param {(element: ElementReference) => Promise<T>} action
   * @param {Wait & { inFront?: boolean }} [options]
   * @returns {Promise<T>}
   */
  async #act(action, { timeout, inFront = false } = {}) {
    /** @type {unknown} */
    let last;
    const attempt = () =>
      this.#page.alone(
        async () => {
          const elements = await this.#find();
          const [element] = elements;
          if (elements.length > 1) throw new Error(`${this} finds ${elements.length} elements`);
          return element ? { result: await action(element) } : undefined;
        },
        { inFront },
      );
    const done = await waitUntil(
      () =>
        attempt().catch((error) => {
          last = error;
          return passing(error);
        }),
      { what: `${this}`, ...(timeout === undefined ? {} : { timeout }) },
    ).catch((error) => {
      throw last === undefined || last === error ? error : new Error(`${error.message}: ${last}`, { cause: last });
    });
    return done.result;
  }
}

/**
 * @param {string} role
 * @param {RoleOptions} options
 * @returns {Step}
 */
function byRole(role, { name, exact = false, level }) {
  const selector = level === undefined ? roleSelector(role) : `h${level}:not([role]), [aria-level="${level}"]`;
  return {
    says: name === undefined ? role : `${role} ${name instanceof RegExp ? name : JSON.stringify(name)}`,
    find: findBySelector,
    args: [selector, true],
    ...(name === undefined
      ? {}
      : { hasName: (/** @type {string} */ label) => wording(name, exact).test(label.replace(/\s+/g, ' ').trim()) }),
  };
}

/**
 * What Playwright takes a wording for: a part in any case, the whole with `exact`, or the expression itself.
 *
 * @param {string | RegExp} words
 * @param {boolean} [exact]
 */
export function wording(words, exact = false) {
  if (words instanceof RegExp) return new RegExp(words.source, words.flags.replace(/[gy]/g, ''));
  const literal = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return exact ? new RegExp(`^${literal}$`) : new RegExp(literal, 'i');
}

/**
 * @param {unknown} error
 * @returns {undefined}
 */
function passing(error) {
  if (error instanceof MarionetteError && PASSING.has(error.code)) return undefined;
  throw error;
}

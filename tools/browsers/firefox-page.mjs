import { writeFileSync } from 'node:fs';
import { waitUntil } from '../wait-until.mjs';
import { FirefoxLocator } from './firefox-locator.mjs';
import { MarionetteError } from './marionette.mjs';
import { keyActions } from './webdriver-keys.mjs';

// Loads in the tab of a window handle and waits until the load ends, well or badly. WebDriver's own Navigate waits in
// vain for a page after 204 No Content or a download, and in a new tab takes the end of about:blank for the page's.
const LOAD = `
  const [handle, url, timeout] = args;
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const browser = NavigableManager.getBrowserById(handle);
  const { STATE_START, STATE_STOP, STATE_IS_NETWORK } = Ci.nsIWebProgressListener;
  const { LOCATION_CHANGE_SAME_DOCUMENT, LOCATION_CHANGE_ERROR_PAGE } = Ci.nsIWebProgressListener;
  const { spec } = Services.io.newURI(url);
  const window = browser.ownerDocument.defaultView;
  return new Promise((resolve) => {
    let started = false;
    const listener = {
      onStateChange(tab, progress, request, flags, status) {
        if (tab !== browser || !progress.isTopLevel || !(flags & STATE_IS_NETWORK)) return;
        if (flags & STATE_START) started ||= request.QueryInterface(Ci.nsIChannel).originalURI.spec === spec;
        else if (started && flags & STATE_STOP) end(status === Cr.NS_BINDING_ABORTED ? 0 : status);
      },
      onLocationChange(tab, progress, request, location, flags) {
        if (tab !== browser || !progress.isTopLevel || location.spec !== spec) return;
        if (flags & LOCATION_CHANGE_SAME_DOCUMENT) end(0);
        if (flags & LOCATION_CHANGE_ERROR_PAGE) end(Cr.NS_ERROR_FAILURE); // a port Firefox never asks starts no load
      },
    };
    const timer = window.setTimeout(() => end(Cr.NS_ERROR_NET_TIMEOUT), timeout);
    function end(status) {
      window.clearTimeout(timer);
      window.gBrowser.removeTabsProgressListener(listener);
      resolve(status === 0 ? null : (Object.keys(Cr).find((name) => Cr[name] === status) ?? status.toString(16)));
    }
    window.gBrowser.addTabsProgressListener(listener);
    browser.fixupAndLoadURIString(url, {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
    });
  });`;

/** A tab of Firefox with the part of Playwright's Page that the tests use; `url()` is a promise. */
export class FirefoxPage {
  /** @type {import('./marionette.mjs').Marionette} */
  #marionette;
  #document;

  keyboard = {
    /**
     * @param {string} chord
     */
    press: (chord) => this.#press(keyActions(chord)),
    /**
     * @param {string} text
     */
    type: (text) => this.#press([...text].flatMap((character) => keyActions(character))),
  };

  /**
   * @param {import('./marionette.mjs').Marionette} marionette
   * @param {string} handle WebDriver's window handle
   */
  constructor(marionette, handle) {
    this.#marionette = marionette;
    this.handle = handle;
    this.#document = new FirefoxLocator(this, []);
  }

  /**
   * @param {string} url
   * @param {{ mayFail?: boolean }} [visit] `mayFail`: the navigation may end on an error page or nowhere
   */
  async goto(url, { mayFail = false } = {}) {
    const error = await this.#marionette.runInBrowser(LOAD, [this.handle, url, 30_000]);
    if (error && !mayFail) throw new Error(`${url}: ${error}`);
  }

  async bringToFront() {
    await this.alone(async () => {}, { inFront: true });
  }

  async reload() {
    await this.alone(() => this.#marionette.send('WebDriver:Refresh'));
  }

  /** @returns {Promise<string>} */
  url() {
    return this.alone(async () => (await this.#marionette.send('WebDriver:GetCurrentURL')).value);
  }

  /** @returns {Promise<string>} */
  title() {
    return this.alone(async () => (await this.#marionette.send('WebDriver:GetTitle')).value);
  }

  /**
   * Runs a function in the page, with the page's own globals, `browser` among them. It has Playwright's type, so that
   * one test can hold either page.
   *
   * @type {import('playwright-core').Page['evaluate']}
   */
  evaluate = (/** @type {any} */ fn, /** @type {unknown} */ arg) => this.alone(() => this.run(fn, [arg]));

  /**
   * @template A
   * @param {(arg: A) => unknown} fn
   * @param {A} [arg]
   * @param {{ timeout?: number }} [options]
   */
  async waitForFunction(fn, arg, options) {
    await waitUntil(() => this.alone(() => this.run(fn, [arg])), { what: fn.toString(), ...options });
  }

  /**
   * @param {string} role
   * @param {import('./firefox-locator.mjs').RoleOptions} [options]
   */
  getByRole(role, options) {
    return this.#document.getByRole(role, options);
  }

  /**
   * @param {string | RegExp} text
   * @param {{ exact?: boolean }} [options]
   */
  getByText(text, options) {
    return this.#document.getByText(text, options);
  }

  /**
   * @param {string | RegExp} text
   * @param {{ exact?: boolean }} [options]
   */
  getByLabel(text, options) {
    return this.#document.getByLabel(text, options);
  }

  /**
   * @param {string} selector CSS
   */
  locator(selector) {
    return this.#document.locator(selector);
  }

  /**
   * @param {{ path?: string, fullPage?: boolean }} [options]
   */
  async screenshot({ path, fullPage = false } = {}) {
    const { value } = await this.alone(
      () => this.#marionette.send('WebDriver:TakeScreenshot', { full: fullPage, hash: false }),
      { inFront: true },
    );
    const png = Buffer.from(value, 'base64');
    if (path) writeFileSync(path, png);
    return png;
  }

  /**
   * @param {{ width: number, height: number }} size of the page, in CSS pixels
   */
  async setViewportSize({ width, height }) {
    const chrome = await this.evaluate(() => ({
      width: window.outerWidth - window.innerWidth,
      height: window.outerHeight - window.innerHeight,
    }));
    await this.alone(() =>
      this.#marionette.send('WebDriver:SetWindowRect', { width: width + chrome.width, height: height + chrome.height }),
    );
    await this.waitForFunction((wanted) => window.innerHeight === wanted, height);
  }

  async close() {
    await this.alone(() => this.#marionette.send('WebDriver:CloseWindow')).catch((error) => {
      if (!(error instanceof MarionetteError && error.code === 'no such window')) throw error;
    });
  }

  /**
   * Runs `work` on this tab with no other work between.
   *
   * @template T
   * @param {() => Promise<T>} work
   * @param {{ inFront?: boolean }} [options] `inFront`: the tab is selected first, which clicks and keys need
   * @returns {Promise<T>}
   */
  alone(work, { inFront = false } = {}) {
    return this.#marionette.alone(async () => {
      await this.#marionette.send('WebDriver:SwitchToWindow', { handle: this.handle, focus: inFront });
      return work();
    });
  }

  /**
   * Inside `alone`: calls a function in the page. Element references become elements, also in arrays.
   *
   * @param {(...args: any[]) => unknown} fn
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  async run(fn, args) {
    // JSON has no undefined, so that the answer comes in an array that is empty for it.
    const script = `return (async (args) => {
      const answer = await (${fn})(...args);
      return answer === undefined ? [] : [answer];
    })([...arguments])`;
    const { value } = await this.#marionette.send('WebDriver:ExecuteScript', {
      script,
      args: args.map((arg) => arg ?? null),
    });
    return value[0];
  }

  /**
   * Inside `alone`: a command on one element.
   *
   * @param {string} command
   * @param {import('./firefox-locator.mjs').ElementReference} element
   */
  async sendTo(command, element) {
    const [id] = Object.values(element);
    return (await this.#marionette.send(command, { id })).value;
  }

  /**
   * @param {{ type: string, value: string }[]} actions
   */
  async #press(actions) {
    await this.alone(
      () => this.#marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] }),
      { inFront: true },
    );
  }
}

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../find-browser.mjs';
import { waitUntil } from '../wait-until.mjs';
import { within } from '../within.mjs';
import { approvePermissions } from './approve-permissions.mjs';
import { beginNotes, readNotes } from './stored-notes.mjs';
import { unpackedId } from './unpacked-id.mjs';

/** @typedef {import('playwright-core').BrowserContext} BrowserContext */
/** @typedef {import('playwright-core').CDPSession} CDPSession */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ mayFail?: boolean }} Visit `mayFail`: the navigation may end on an error page or nowhere */
/** @typedef {'local' | 'session' | 'sync'} StorageArea */
/**
 * @typedef {object} ChromiumOptions
 * @property {string} dist the unpacked extension
 * @property {boolean} [headless]
 * @property {string} [profileDir] kept on close; without it the profile is temporary
 * @property {string[]} [args]
 * @property {import('./approve-permissions.mjs').Approval} [approved] what `permissions.request` gets without a prompt
 * @property {boolean} [allowPrivate] the extension may see private windows too
 * @property {Record<string, string>} [env] added to the environment, DISPLAY for one
 */

// What keeps a browser quiet: no first-run pages, and no request to the outside on its own account.
const QUIET = [
  '--disable-gpu',
  // else a page that cannot be reached is loaded again by itself, after 1, 5 and 30 s
  '--disable-auto-reload',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Chromium with the unpacked extension loaded and its background started once.
 *
 * @param {ChromiumOptions} options
 */
export async function launchChromium(options) {
  const dist = realpathSync(options.dist);
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'claimcheck-chromium-'));
  const driver = new ChromiumDriver({ ...options, dist }, profileDir);
  if (options.approved) approvePermissions(profileDir, driver.extensionId, options.approved);
  try {
    await driver.start();
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

export class ChromiumDriver {
  /** @type {'chromium'} */
  kind = 'chromium';
  /** @type {ChromiumOptions} */
  #options;
  /** @type {string} */
  #profileDir;
  /** @type {BrowserContext | undefined} */
  #context;
  /** @type {CDPSession | undefined} */
  #cdp;
  /** @type {Promise<Page> | undefined} */
  #keeper;
  /** @type {Page | undefined} the empty tab the browser starts with, which keeps it alive */
  #firstPage;
  /** @type {import('./driver.ts').Asked[]} */
  #asked = [];
  /** @type {[string, unknown][]} what was noted before the last restart */
  #stored = [];

  /**
   * @param {ChromiumOptions} options with `dist` absolute and free of links: Chromium computes the id from it
   * @param {string} profileDir
   */
  constructor(options, profileDir) {
    this.#options = options;
    this.#profileDir = profileDir;
    this.extensionId = unpackedId(options.dist);
    this.origin = `chrome-extension://${this.extensionId}`;
  }

  /** @returns {BrowserContext} the running browser; another one after `restart()` */
  get context() {
    if (!this.#context) throw new Error('Chromium is not running');
    return this.#context;
  }

  async start() {
    const { dist, headless = true, args = [], env } = this.#options;
    const executablePath = findBrowser('chromium');
    if (!executablePath) throw new Error('No Chromium found: set CLAIMCHECK_CHROMIUM to its path');
    this.#context = await chromium.launchPersistentContext(this.#profileDir, {
      executablePath,
      headless,
      args: [
        ...QUIET,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--load-extension=${dist}`,
        `--disable-extensions-except=${dist}`,
        ...args,
      ],
      env: { ...process.env, ...env },
      // A page wider than the window it would have in headless shows the full-tab layout.
      viewport: headless ? { width: 1280, height: 800 } : null,
    });
    this.#context.on('request', (request) => this.#noteRequest(request));
    this.#firstPage = this.#context.pages()[0];
    const browser = this.#context.browser();
    if (!browser) throw new Error('Chromium closed while it was starting');
    this.#cdp = await browser.newBrowserCDPSession();
    if (this.#options.allowPrivate) await this.#allowPrivate();
    await this.#shakeHands();
  }

  /** Chromium loads the extension anew for it, which takes the developer mode. */
  async #allowPrivate() {
    const before = this.backgroundWorker();
    const page = await this.newTab(`chrome://extensions/?id=${this.extensionId}`);
    await page.evaluate(async (extensionId) => {
      const { developerPrivate } = /** @type {any} */ (globalThis).chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    }, this.extensionId);
    const isAllowed = () =>
      page.evaluate(async (extensionId) => {
        const { developerPrivate } = /** @type {any} */ (globalThis).chrome;
        const { state, incognitoAccess } = await developerPrivate.getExtensionInfo(extensionId);
        return state === 'ENABLED' && incognitoAccess.isActive;
      }, this.extensionId);
    const isLoaded = async () => (await isAllowed()) && ![undefined, before].includes(this.backgroundWorker());
    await waitUntil(isLoaded, { what: 'the extension to be loaded for private windows' });
    await page.close();
  }

  /**
   * Waits until the worker has run its first turn: a tab opened as soon as the worker appears can lose its event.
   */
  async #shakeHands() {
    const worker = await waitUntil(() => this.backgroundWorker(), { what: `the worker of ${this.#options.dist}` });
    await within(
      worker.evaluate(() => new Promise((resolve) => setTimeout(resolve))),
      'the first turn of the worker',
    );
  }

  /**
   * A tab with a page of the extension.
   *
   * @param {string} path
   */
  async openPage(path) {
    return this.newTab(`${this.origin}/${path}`);
  }

  /**
   * @param {string} [url]
   * @param {Visit} [visit]
   */
  async newTab(url, visit) {
    const page = await this.context.newPage();
    if (url) await this.visit(page, url, visit);
    return page;
  }

  /**
   * `page.goto`, which with `mayFail` does not mind a callback where nothing listens.
   *
   * @param {{ goto: (url: string) => Promise<unknown> }} page
   * @param {string} url
   * @param {Visit} [visit]
   */
  async visit(page, url, { mayFail = false } = {}) {
    try {
      await page.goto(url);
    } catch (error) {
      if (!mayFail) throw error;
    }
  }

  /** The open tabs, those that pages opened too. */
  async pages() {
    const keeper = await this.#keeper;
    return this.context.pages().filter((page) => page !== keeper && page !== this.#firstPage);
  }

  /**
   * Waits for a tab at an address.
   *
   * @param {(url: string) => boolean} matches
   * @param {{ timeout?: number }} [options]
   */
  async findPage(matches, options) {
    const found = () => this.pages().then((pages) => pages.find((page) => matches(page.url())));
    return waitUntil(found, { what: `a tab for ${matches}`, ...options });
  }

  /**
   * The addresses of a tab's back and forward list, the present one among them.
   *
   * @param {Page} page
   */
  async backList(page) {
    const cdp = await this.context.newCDPSession(page);
    const { entries } = await cdp.send('Page.getNavigationHistory');
    await cdp.detach();
    return entries.map(({ url }) => url);
  }

  async #worker() {
    if (!this.#cdp) throw new Error('Chromium is not running');
    const { targetInfos } = await this.#cdp.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(`${this.origin}/`));
  }

  async isBackgroundRunning() {
    return (await this.#worker()) !== undefined;
  }

  /** Ends the worker as the browser would for want of work, and waits until it is gone. */
  async stopBackground() {
    const worker = await this.#worker();
    if (!worker) return;
    const close = async () => {
      if ((await this.#worker())?.targetId !== worker.targetId) return true;
      // a worker that is just starting or busy may not heed it, so it is told again
      await this.#cdp?.send('Target.closeTarget', { targetId: worker.targetId }).catch(() => {});
      return false;
    };
    await waitUntil(close, { what: 'the worker to stop', interval: 100 });
  }

  /** The running worker, to evaluate in it; starts none. */
  backgroundWorker() {
    return this.context.serviceWorkers().find((worker) => worker.url().startsWith(`${this.origin}/`));
  }

  /**
   * Evaluates in the running worker.
   *
   * @template A, R
   * @param {(arg: A) => R} fn
   * @param {A} [arg]
   * @returns {Promise<Awaited<R>>}
   */
  async evaluateInBackground(fn, arg) {
    const worker = this.backgroundWorker();
    if (!worker) throw new Error('The background is not running');
    // Playwright types the function by its own argument type; ours is the same at run time.
    const answer = await worker.evaluate(/** @type {any} */ (fn), arg);
    return /** @type {Awaited<R>} */ (answer);
  }

  /**
   * A document of the extension that runs none of its code: its manifest. It is kept, because opening and closing a
   * tab are events that can start the worker.
   */
  #keptPage() {
    // The promise is kept, so that two readers at once share one tab.
    this.#keeper ??= this.openPage('manifest.json').then(async (page) => {
      await page.evaluate(beginNotes, ['profiles', 'documents']);
      return page;
    });
    return this.#keeper;
  }

  /**
   * Evaluates in the kept page.
   *
   * @template A, R
   * @param {(arg: A) => R} fn
   * @param {A} [arg]
   * @returns {Promise<Awaited<R>>}
   */
  async evaluateInExtension(fn, arg) {
    const page = await this.#keptPage();
    // Playwright types the function by its own argument type; ours is the same at run time.
    const answer = await page.evaluate(/** @type {any} */ (fn), arg);
    return /** @type {Awaited<R>} */ (answer);
  }

  /** @param {import('playwright-core').Request} request */
  #noteRequest(request) {
    if (!/^https?:/.test(request.url()) || request.isNavigationRequest()) return;
    const by = request.serviceWorker() ?? request.frame();
    if (!by.url().startsWith(`${this.origin}/`)) return;
    this.#asked.push({
      method: request.method(),
      url: request.url(),
      isRedirect: request.redirectedFrom() !== null,
    });
  }

  async asked() {
    return this.#asked;
  }

  /** @returns {Promise<[string, unknown][]>} */
  async stored() {
    const page = await this.#keptPage();
    const notes = JSON.parse(await within(page.evaluate(readNotes), 'the notes to be read'));
    return [...this.#stored, ...notes.map(JSON.parse)];
  }

  /**
   * @param {StorageArea} area
   * @param {string | string[] | null} [keys] null and nothing mean all
   * @returns {Promise<Record<string, any>>}
   */
  async readStorage(area, keys = null) {
    const page = await this.#keptPage();
    return within(
      page.evaluate(
        ([area, keys]) => /** @type {any} */ (globalThis).chrome.storage[area].get(keys),
        /** @type {const} */ ([area, keys]),
      ),
      `storage.${area} to be read`,
    );
  }

  /**
   * Starts the worker only if it listens to `storage.onChanged`, as any other writer would.
   *
   * @param {StorageArea} area
   * @param {Record<string, unknown>} items
   */
  async writeStorage(area, items) {
    const page = await this.#keptPage();
    await within(
      page.evaluate(
        ([area, items]) => /** @type {any} */ (globalThis).chrome.storage[area].set(items),
        /** @type {const} */ ([area, items]),
      ),
      `storage.${area} to be written`,
    );
  }

  /**
   * Gives the extension host access with no prompt.
   *
   * @param {string[]} origins match patterns such as `http://127.0.0.1/*`
   */
  async grantHosts(origins) {
    const page = await this.newTab(`chrome://extensions/?id=${this.extensionId}`);
    for (const origin of origins) {
      await page.evaluate(
        ([id, origin]) => /** @type {any} */ (globalThis).chrome.developerPrivate.addHostPermission(id, origin),
        /** @type {const} */ ([this.extensionId, origin]),
      );
    }
    await page.close();
    await this.requestPermissions({ origins });
  }

  /**
   * Asks for permissions as a page of the extension does on a click. In headless only what is `approved` is answered.
   *
   * @param {import('./approve-permissions.mjs').Approval} permissions
   * @returns {Promise<boolean>}
   */
  async requestPermissions(permissions) {
    const page = await this.#keptPage();
    return within(
      page.evaluate(
        (permissions) => /** @type {any} */ (globalThis).chrome.permissions.request(permissions),
        permissions,
      ),
      'an answer to a permission prompt: what is not `approved` stays unanswered in headless',
    );
  }

  /**
   * What lies on the clipboard, read by a page that is in front.
   *
   * @param {Page} page
   */
  async readClipboard(page) {
    await this.context.grantPermissions(['clipboard-read']);
    return page.evaluate(() => navigator.clipboard.readText());
  }

  /**
   * Tells the worker that the person pressed the keys of a command: keys that are sent over DevTools do not reach it.
   *
   * @param {string} name
   */
  async sendCommand(name) {
    await this.evaluateInBackground(
      (name) => /** @type {any} */ (globalThis).chrome.commands.onCommand.dispatch(name),
      name,
    );
  }

  /** Closes the browser and opens it again on the same profile. */
  async restart() {
    this.#stored = await this.stored();
    await this.#stop();
    await this.start();
  }

  async #stop() {
    await this.#context?.close();
    this.#context = undefined;
    this.#cdp = undefined;
    this.#keeper = undefined;
  }

  /** Ends every process of the browser at once, as a crash or `kill -9` does. Its profile stays as it is. */
  async kill() {
    if (!this.#cdp) throw new Error('Chromium is not running');
    const closed = new Promise((resolve) => this.context.once('close', resolve));
    const { processInfo } = await this.#cdp.send('SystemInfo.getProcessInfo');
    // the browser first, so that it has no time to notice the end of the others
    for (const { id } of processInfo.sort((a, b) => Number(b.type === 'browser') - Number(a.type === 'browser'))) {
      try {
        process.kill(id, 'SIGKILL');
      } catch {
        // gone with the browser
      }
    }
    await within(closed, 'the end of Chromium');
    this.#context = undefined;
    this.#cdp = undefined;
    this.#keeper = undefined;
  }

  async close() {
    await this.#stop();
    if (!this.#options.profileDir) rmSync(this.#profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../find-browser.mjs';
import { freePort } from '../free-port.mjs';
import { waitUntil } from '../wait-until.mjs';
import { giveCompiled, keepCompiled } from './compiled-scripts.mjs';
import { FirefoxPage } from './firefox-page.mjs';
import { connectMarionette, MarionetteError } from './marionette.mjs';
import { packFolder } from './pack-folder.mjs';
import { QUIET_PREFS } from './quiet-prefs.mjs';
import { beginNotes, readNotes } from './stored-notes.mjs';

/** @typedef {Record<string, string | number | boolean>} Prefs */
/** @typedef {{ mayFail?: boolean }} Visit `mayFail`: the navigation may end on an error page or nowhere */
/** @typedef {'local' | 'session' | 'sync'} StorageArea */
/**
 * @typedef {object} FirefoxOptions
 * @property {string} dist the unpacked extension, with an id in its manifest
 * @property {boolean} [headless]
 * @property {string} [profileDir] kept on close; without it the profile is temporary
 * @property {Prefs} [prefs]
 * @property {boolean} [permanent] installed in the profile as an unsigned package, as a person's add-ons are: it is
 *   there when the browser starts. Otherwise the add-on is temporary and installed again on `restart()`
 * @property {boolean} [allowPrivate] the extension may see private windows too
 * @property {Record<string, string>} [env] added to the environment, DISPLAY for one
 */

const PREFS = {
  // `permissions.request` is granted without a dialog, which headless could not show.
  'extensions.webextOptionalPermissionPrompts': false,
  // The manifest is shown as the plain text it is, in a document of the extension.
  'devtools.jsonview.enabled': false,
  // A temporary add-on keeps its storage over a restart.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // An unsigned package in the profile is installed and enabled.
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
};

/**
 * Firefox with the extension installed and its background started once.
 *
 * @param {FirefoxOptions} options
 */
export async function launchFirefox(options) {
  const dist = realpathSync(options.dist);
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'claimcheck-firefox-'));
  const driver = new FirefoxDriver({ ...options, dist }, profileDir);
  try {
    await driver.start();
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

export class FirefoxDriver {
  /** @type {'firefox'} */
  kind = 'firefox';
  #uuid = crypto.randomUUID();
  /** @type {FirefoxOptions} */
  #options;
  /** @type {string} */
  #profileDir;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #process;
  #executable = '';
  /** @type {import('./marionette.mjs').Marionette | undefined} */
  #marionette;
  /** @type {Promise<FirefoxPage> | undefined} */
  #keeper;
  /** @type {Set<string>} the window handles that are no page of a test's */
  #ownHandles = new Set();
  /** @type {import('./driver.ts').Asked[]} what was asked before the last restart */
  #asked = [];
  /** @type {[string, unknown][]} what was noted before it */
  #stored = [];

  /** For a process that ends without `close()`. */
  #leaveNothing = () => {
    this.#process?.kill('SIGKILL');
    this.#removeTemporaryProfile();
  };

  /**
   * @param {FirefoxOptions} options
   * @param {string} profileDir
   */
  constructor(options, profileDir) {
    this.#options = options;
    this.#profileDir = profileDir;
    const manifest = JSON.parse(readFileSync(join(options.dist, 'manifest.json'), 'utf8'));
    /** @type {string} */
    this.extensionId = manifest.browser_specific_settings.gecko.id;
    this.origin = `moz-extension://${this.#uuid}`;
  }

  /** The connection to the running browser; another one after `restart()`. */
  get marionette() {
    if (!this.#marionette) throw new Error('Firefox is not running');
    return this.#marionette;
  }

  async start() {
    const { dist, headless = true, permanent = false, allowPrivate = false, env } = this.#options;
    const executable = findBrowser('firefox');
    if (!executable) throw new Error('No Firefox found: set CLAIMCHECK_FIREFOX to its path');
    const port = await freePort();
    this.#executable = executable;
    this.#writePrefs(port);
    if (permanent) this.#installInProfile();
    giveCompiled(executable, this.#profileDir);
    const flags = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', this.#profileDir];
    const firefox = spawn(executable, headless ? ['--headless', ...flags] : flags, {
      stdio: 'ignore',
      env: { ...process.env, ...env },
    });
    firefox.on('error', () => {}); // seen as an early end
    this.#process = firefox;
    process.on('exit', this.#leaveNothing);
    const isAlive = () => firefox.pid !== undefined && firefox.exitCode === null && firefox.signalCode === null;
    this.#marionette = await connectMarionette(port, isAlive);
    await this.#marionette.send('WebDriver:NewSession', {});
    await this.#marionette.send('WebDriver:SetTimeouts', { pageLoad: 30_000, script: 60_000 });
    await this.#marionette.runInBrowser(NOTE_REQUESTS, [this.extensionId]);
    if (!permanent) {
      const how = { temporary: true, allowPrivateBrowsing: allowPrivate };
      await this.#marionette.send('Addon:Install', { path: dist, ...how });
    }
    // Without a window of its own left, closing the last page would end Firefox.
    this.#ownHandles = new Set(await this.#marionette.send('WebDriver:GetWindowHandles'));
    await this.#shakeHands();
  }

  /** Waits until the background has run once, or is known to be woken by its events. */
  async #shakeHands() {
    await waitUntil(
      () =>
        this.marionette.runInBrowser(
          `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
           await ExtensionParent.browserStartupPromise;
           const extension = WebExtensionPolicy.getByID(args[0])?.extension;
           return extension?.backgroundState === 'running' || Boolean(extension?.persistentListeners?.size);`,
          [this.extensionId],
        ),
      { timeout: 30_000, what: `the background of ${this.#options.dist}` },
    );
  }

  /** @param {number} port */
  #writePrefs(port) {
    const prefs = {
      ...QUIET_PREFS,
      ...PREFS,
      ...this.#options.prefs,
      'marionette.port': port,
      'extensions.webextensions.uuids': JSON.stringify({ [this.extensionId]: this.#uuid }),
    };
    const lines = Object.entries(prefs).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    mkdirSync(this.#profileDir, { recursive: true });
    writeFileSync(join(this.#profileDir, 'user.js'), lines.join(''));
  }

  #installInProfile() {
    const folder = join(this.#profileDir, 'extensions');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${this.extensionId}.xpi`);
    const archive = packFolder(this.#options.dist);
    // A file that is written anew is a new version to Firefox, which stops and starts the extension while it starts.
    if (!existsSync(file) || !readFileSync(file).equals(archive)) writeFileSync(file, archive);
  }

  /**
   * A tab with a page of the extension.
   *
   * @param {string} path
   */
  openPage(path) {
    return this.newTab(`${this.origin}/${path}`);
  }

  /**
   * @param {string} [url]
   * @param {Visit & { inFront?: boolean }} [options]
   */
  async newTab(url, { inFront = true, ...visit } = {}) {
    const { handle } = await this.marionette.alone(async () => {
      // The window it stands on may have closed itself since.
      const [alive] = await this.marionette.send('WebDriver:GetWindowHandles');
      await this.marionette.send('WebDriver:SwitchToWindow', { handle: alive, focus: false });
      return this.marionette.send('WebDriver:NewWindow', { type: 'tab', focus: inFront });
    });
    const page = new FirefoxPage(this.marionette, handle);
    if (url) await this.visit(page, url, visit);
    return page;
  }

  /**
   * @param {{ goto: (url: string, visit?: Visit) => Promise<unknown> }} page
   * @param {string} url
   * @param {Visit} [visit]
   */
  async visit(page, url, visit) {
    await page.goto(url, visit);
  }

  /** The open tabs, those that pages opened too. */
  async pages() {
    /** @type {string[]} */
    const handles = await this.marionette.alone(() => this.marionette.send('WebDriver:GetWindowHandles'));
    return handles
      .filter((handle) => !this.#ownHandles.has(handle))
      .map((handle) => new FirefoxPage(this.marionette, handle));
  }

  /**
   * Waits for a tab at an address.
   *
   * @param {(url: string) => boolean} matches
   * @param {{ timeout?: number }} [options]
   */
  async findPage(matches, options) {
    return waitUntil(
      async () => {
        for (const page of await this.pages()) {
          // A tab may close between the list and the look.
          if (matches(await page.url().catch(() => ''))) return page;
        }
        return undefined;
      },
      { what: `a tab for ${matches}`, ...options },
    );
  }

  /**
   * The addresses of a tab's back and forward list, the present one among them.
   *
   * @param {FirefoxPage} page
   * @returns {Promise<string[]>}
   */
  async backList(page) {
    return this.marionette.runInBrowser(
      `const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
       const { sessionHistory } = NavigableManager.getBrowsingContextById(args[0]);
       return Array.from({ length: sessionHistory.count }, (_, at) => sessionHistory.getEntryAtIndex(at).URI.spec);`,
      [page.handle],
    );
  }

  /**
   * Runs a script with the browser's rights on our extension.
   *
   * @param {string} script `extension` is Firefox's own Extension object, `args` the arguments
   * @param {unknown[]} [args]
   */
  #onExtension(script, args = []) {
    return this.marionette.runInBrowser(
      `const [id, ...rest] = args; const { extension } = WebExtensionPolicy.getByID(id); args = rest; ${script}`,
      [this.extensionId, ...args],
    );
  }

  /** @returns {Promise<'starting' | 'running' | 'suspending' | 'stopped'>} */
  backgroundState() {
    return this.#onExtension('return extension.backgroundState;');
  }

  async isBackgroundRunning() {
    return (await this.backgroundState()) !== 'stopped';
  }

  /** Ends the event page as Firefox does for want of work, `runtime.onSuspend` first, and waits until it is gone. */
  async stopBackground() {
    await waitUntil(
      () =>
        this.#onExtension(`
          if (extension.backgroundState === 'running') {
            await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
          }
          return extension.backgroundState === 'stopped';`),
      { what: 'the background to stop' },
    );
  }

  /**
   * Evaluates in the running event page.
   *
   * @template A, R
   * @param {(arg: A) => R} fn
   * @param {A} [arg]
   * @returns {Promise<Awaited<R>>}
   */
  async evaluateInBackground(fn, arg) {
    const { error, value } = await this.#onExtension(IN_BACKGROUND, [`(${fn})`, JSON.stringify(arg ?? null)]);
    if (error) throw new Error(error);
    // What a function gives is JSON here, and `undefined` for what JSON leaves out.
    return /** @type {Awaited<R>} */ (value === undefined ? undefined : JSON.parse(value));
  }

  /**
   * A document of the extension that runs none of its code: its manifest. It is kept, because opening and closing a
   * tab are events that can start the background.
   */
  #keptPage() {
    // The promise is kept, so that two readers at once share one tab.
    this.#keeper ??= this.newTab(`${this.origin}/manifest.json`, { inFront: false }).then(async (page) => {
      this.#ownHandles.add(page.handle);
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

  /** @returns {Promise<import('./driver.ts').Asked[]>} */
  async asked() {
    return [...this.#asked, ...(await this.marionette.runInBrowser(NOTED_REQUESTS))];
  }

  /** @returns {Promise<[string, unknown][]>} */
  async stored() {
    const page = await this.#keptPage();
    const notes = JSON.parse(await page.evaluate(readNotes));
    return [...this.#stored, ...notes.map(JSON.parse)];
  }

  /**
   * @param {StorageArea} area
   * @param {string | string[] | null} [keys] null and nothing mean all
   * @returns {Promise<Record<string, any>>}
   */
  async readStorage(area, keys = null) {
    const page = await this.#keptPage();
    return page.evaluate(
      ([area, keys]) => /** @type {any} */ (globalThis).browser.storage[area].get(keys),
      /** @type {const} */ ([area, keys]),
    );
  }

  /**
   * Starts the background only if it listens to `storage.onChanged`, as any other writer would.
   *
   * @param {StorageArea} area
   * @param {Record<string, unknown>} items
   */
  async writeStorage(area, items) {
    const page = await this.#keptPage();
    await page.evaluate(
      ([area, items]) => /** @type {any} */ (globalThis).browser.storage[area].set(items),
      /** @type {const} */ ([area, items]),
    );
  }

  /**
   * Gives the extension host access with no prompt.
   *
   * @param {string[]} origins match patterns such as `http://127.0.0.1/*`
   */
  async grantHosts(origins) {
    await this.requestPermissions({ origins });
  }

  /**
   * Gives the extension optional permissions, as if it had asked on a click and the person had said yes.
   *
   * @param {{ permissions?: string[], origins?: string[] }} permissions
   */
  async requestPermissions({ permissions = [], origins = [] }) {
    await this.#onExtension(
      `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
       await ExtensionPermissions.add(extension.id, { data_collection: [], ...args[0] }, extension);`,
      [{ permissions, origins }],
    );
    return true;
  }

  /**
   * Sets a preference in the running browser.
   *
   * @param {string} name
   * @param {string | number | boolean} value
   */
  async setPref(name, value) {
    await this.marionette.runInBrowser(
      `const [name, value] = args;
       const { Preferences } = ChromeUtils.importESModule('resource://gre/modules/Preferences.sys.mjs');
       Preferences.set(name, value);`,
      [name, value],
    );
  }

  /**
   * What lies on the clipboard.
   *
   * @returns {Promise<string>}
   */
  readClipboard() {
    return this.marionette.runInBrowser(
      `const carrier = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
       carrier.init(null);
       carrier.addDataFlavor('text/plain');
       Services.clipboard.getData(carrier, Services.clipboard.kGlobalClipboard);
       const data = {};
       try {
         carrier.getTransferData('text/plain', data);
       } catch {
         return '';
       }
       return data.value.QueryInterface(Ci.nsISupportsString).data;`,
    );
  }

  /**
   * Tells the event page that the person pressed the keys of a command.
   *
   * @param {string} name
   */
  async sendCommand(name) {
    await this.#onExtension('extension.shortcuts.onCommand(args[0]);', [name]);
  }

  /** Closes the browser and opens it again on the same profile. */
  async restart() {
    this.#asked = await this.asked();
    this.#stored = await this.stored();
    await this.#stop();
    await this.start();
  }

  async #stop() {
    const firefox = this.#process;
    const marionette = this.#marionette;
    process.off('exit', this.#leaveNothing);
    this.#process = undefined;
    this.#marionette = undefined;
    this.#keeper = undefined;
    if (!firefox?.pid) return;
    const ended = new Promise((resolve) => firefox.once('exit', resolve));
    if (firefox.exitCode !== null || firefox.signalCode !== null) return;
    const kill = setTimeout(() => firefox.kill('SIGKILL'), 10_000);
    if (marionette) await marionette.send('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(goneAlready);
    else firefox.kill();
    await ended;
    clearTimeout(kill);
    marionette?.close();
    keepCompiled(this.#executable, this.#profileDir);
  }

  /** Ends the browser at once, as a crash or `kill -9` does. Its profile stays as it is. */
  async kill() {
    const firefox = this.#process;
    if (!firefox?.pid) throw new Error('Firefox is not running');
    const ended = new Promise((resolve) => firefox.once('exit', resolve));
    firefox.kill('SIGKILL');
    await ended;
    this.#marionette?.close();
    // finds a browser that has ended, and lets go of it
    await this.#stop();
  }

  async close() {
    await this.#stop();
    this.#removeTemporaryProfile();
  }

  #removeTemporaryProfile() {
    if (!this.#options.profileDir) rmSync(this.#profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

// Every channel that is opened for one of the extension's documents; a tab that loads has no such document. The window
// that is there from the start holds the notes.
const NOTE_REQUESTS = `
  const [id] = args;
  const browserWindow = Services.wm.getMostRecentWindow('navigator:browser');
  const asked = [];
  browserWindow.askedByExtension = asked;
  const observer = {
    observe(channel) {
      channel.QueryInterface(Ci.nsIHttpChannel);
      if (channel.loadInfo?.loadingPrincipal?.addonPolicy?.id === id)
        asked.push({ method: channel.requestMethod, url: channel.URI.spec });
    },
  };
  browserWindow.observerOfExtension = observer;
  Services.obs.addObserver(observer, 'http-on-modify-request');`;

const NOTED_REQUESTS = `
  const windows = [...Services.wm.getEnumerator('navigator:browser')];
  return windows.flatMap((browserWindow) => browserWindow.askedByExtension ?? []);`;

// The event page is no tab that WebDriver could reach: a frame script evaluates in its window.
const IN_BACKGROUND = `
  const [source, arg] = args;
  const page = [...extension.views].find((view) => view.viewType === 'background');
  if (!page) return { error: 'The background is not running' };
  const { messageManager } = page.xulBrowser;
  const reply = 'claimcheck:' + Services.uuid.generateUUID();
  const frameScript = (source, arg, reply) => {
    const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    const answer = (value) => sendAsyncMessage(reply, value);
    sandbox.done = Cu.exportFunction((value) => answer({ value }), sandbox);
    sandbox.fail = Cu.exportFunction((error) => answer({ error: String(error) }), sandbox);
    const call = '(async () => JSON.stringify(await ' + source + '(' + arg + ')))().then(done, fail)';
    try {
      Cu.evalInSandbox(call, sandbox);
    } catch (error) {
      answer({ error: String(error) });
    }
  };
  return new Promise((resolve) => {
    messageManager.addMessageListener(reply, ({ data }) => resolve(data));
    const call = [source, arg, reply].map((text) => JSON.stringify(text)).join();
    messageManager.loadFrameScript('data:,' + encodeURIComponent('(' + frameScript + ')(' + call + ')'), false);
  });`;

/**
 * @param {unknown} error
 */
function goneAlready(error) {
  if (error instanceof MarionetteError) throw error;
}

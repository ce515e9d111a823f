/** What both drivers can do: the part of Playwright's surface that a test written once for both browsers uses. */

export type TestLocator = {
  click(): Promise<unknown>;
  fill(text: string): Promise<unknown>;
  check(): Promise<unknown>;
  uncheck(): Promise<unknown>;
  isChecked(): Promise<boolean>;
  selectOption(option: string): Promise<unknown>;
  press(key: string): Promise<unknown>;
  textContent(): Promise<string | null>;
  inputValue(): Promise<string>;
  isVisible(): Promise<boolean>;
  count(): Promise<number>;
  waitFor(): Promise<unknown>;
  getAttribute(name: string): Promise<string | null>;
  getByRole(role: string, options?: { name?: string | RegExp; exact?: boolean }): TestLocator;
};

export type TestPage = {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  url(): string | Promise<string>;
  close(): Promise<void>;
  bringToFront(): Promise<unknown>;
  evaluate<R, A = undefined>(fn: (arg: A) => R, arg?: A): Promise<Awaited<R>>;
  getByRole(role: string, options?: { name?: string | RegExp; exact?: boolean }): TestLocator;
  getByText(text: string, options?: { exact?: boolean }): TestLocator;
  getByLabel(text: string, options?: { exact?: boolean }): TestLocator;
  keyboard: { press(key: string): Promise<unknown>; type(text: string): Promise<unknown> };
};

type Area = 'local' | 'session';
/**
 * A web request that the browser says the extension made itself. What its tabs load is not among them. Where an answer
 * pointed elsewhere (`isRedirect`), Chromium names that address even if it was not asked.
 */
export type Asked = { method: string; url: string; isRedirect?: boolean };
type Grant = { permissions?: string[]; origins?: string[] };

export type Driver = {
  kind: 'chromium' | 'firefox';
  origin: string;
  extensionId: string;
  openPage(path: string): Promise<TestPage>;
  newTab(url?: string, visit?: { mayFail?: boolean }): Promise<TestPage>;
  visit(page: TestPage, url: string, visit?: { mayFail?: boolean }): Promise<void>;
  pages(): Promise<TestPage[]>;
  findPage(matches: (url: string) => boolean, options?: { timeout?: number }): Promise<TestPage>;
  /** The addresses of a tab's back and forward list, the present one among them. */
  backList(page: TestPage): Promise<string[]>;
  isBackgroundRunning(): Promise<boolean>;
  stopBackground(): Promise<void>;
  evaluateInBackground<R, A = undefined>(fn: (arg: A) => R, arg?: A): Promise<Awaited<R>>;
  /** Evaluates in a document of the extension that runs none of its code and stays open: to open one takes longer. */
  evaluateInExtension<R, A = undefined>(fn: (arg: A) => R, arg?: A): Promise<Awaited<R>>;
  readStorage(area: Area, keys?: string | string[] | null): Promise<Record<string, unknown>>;
  writeStorage(area: Area, items: Record<string, unknown>): Promise<void>;
  grantHosts(origins: string[]): Promise<void>;
  requestPermissions(grant: Grant): Promise<boolean>;
  /** Every web request of the extension itself so far, those before a restart too. */
  asked(): Promise<Asked[]>;
  /** Every value that the keys `profiles` and `documents` have had in the extension's storage so far. */
  stored(): Promise<[key: string, value: unknown][]>;
  readClipboard(page: TestPage): Promise<string>;
  /** Tells the running background that the person pressed the keys of a command. */
  sendCommand(name: string): Promise<void>;
  restart(): Promise<void>;
  /** Ends the browser at once, as a crash or `kill -9` does. Its profile stays as it is. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

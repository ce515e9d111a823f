import { type Call, isOfExtension, purposesIn } from './calls.ts';
import type { Passed } from './recording-proxy.ts';

type Counts = Record<string, number>;

/**
 * What left a browser, by who asked: the extension (different calls, by purpose), pages on this machine (requests), pages
 * elsewhere and the browser on its own account (requests, by host), and what nobody accounts for (hosts).
 */
export type WhoAsked = { extension: Counts; pages: number; elsewhere: Counts; browser: Counts; nobody: string[] };

/** Whom Chromium and Firefox ask on their own account: updates, settings, certificates, their start page. */
const itself =
  /(?:^|\.)(?:(?:google|googleapis|googleusercontent|gstatic|gvt1|firefox|mozilla|getpocket)\.(?:com|net|org)|mozgcp\.net|openh264\.org)$/;
/** Names that are nobody's (RFC 2606), which tests use. */
const reserved = /(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org))$/;

/** Whether the browser itself asks this host, whatever is shown. One word is how Chromium tries out its network. */
export function isAskedByBrowser(host: string): boolean {
  const name = nameOf(host);
  return itself.test(name) || (!name.includes('.') && name !== 'localhost' && !name.startsWith('['));
}

/** Parts what left a browser. `origin`: of the extension. */
export function whoAsked(
  passed: readonly Passed[],
  calls: readonly Call[],
  stored: readonly [key: string, value: unknown][],
  origin: string,
): WhoAsked {
  const purposeOf = purposesIn(stored);
  const called = new Set(calls.map(({ address }) => new URL(address).host));
  const named = new Set(JSON.stringify(stored).match(/(?<=https?:\/\/)[\w.-]+/g));
  const others = passed.filter(({ host, headers }) => !isOfExtension(headers, origin) && !called.has(host));
  const local = others.filter(({ host }) => isLocal(host));
  const far = others.map(({ host }) => host).filter((host) => !isLocal(host));
  const isOfTest = (host: string) => reserved.test(nameOf(host)) || named.has(nameOf(host));
  const [browser, pages] = [far.filter(isAskedByBrowser), far.filter((host) => !isAskedByBrowser(host))];
  return {
    extension: count(calls.map((call) => purposeOf(call) ?? 'what a person named')),
    pages: local.length,
    elsewhere: count(pages),
    browser: count(browser),
    nobody: [...new Set(pages)].filter((host) => !isOfTest(host)),
  };
}

/** Without the port, and without the dot that a whole name may end with. */
function nameOf(host: string): string {
  return host.replace(/\.?(?::\d+)?$/, '');
}

function isLocal(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(nameOf(host));
}

function count(names: readonly string[]): Counts {
  return Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]));
}

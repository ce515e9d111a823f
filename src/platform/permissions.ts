import { browser } from './browser.ts';

export type Grant = { permissions?: string[]; origins?: string[] };

type BrowserGrant = Parameters<typeof browser.permissions.request>[0];

/** The names are those of manifest.json; the polyfill's type lists only some of them. */
const typed = (grant: Grant) => grant as BrowserGrant;

export const permissions = {
  has: async (grant: Grant): Promise<boolean> => browser.permissions.contains(typed(optionalOf(grant))),
  /** Asks the browser, which asks the person. Must be called straight from a click. */
  request: (grant: Grant): Promise<boolean> => browser.permissions.request(typed(optionalOf(grant))),
  /** Gives back; false where the browser keeps it, as what the manifest requires. */
  remove: async (grant: Grant): Promise<boolean> => {
    try {
      return await browser.permissions.remove(typed(optionalOf(grant)));
    } catch {
      return false;
    }
  },
  /** What is held beyond what the manifest requires. */
  granted: async (): Promise<Required<Grant>> => {
    const { permissions: names = [], origins = [] } = await browser.permissions.getAll();
    const { permissions: required = [], host_permissions: hosts = [] } = browser.runtime.getManifest();
    const isGranted = (list: readonly string[]) => (name: string) => !list.includes(name);
    return { permissions: names.filter(isGranted(required)), origins: origins.filter(isGranted(hosts)) };
  },
  onChanged(callback: () => void, signal?: AbortSignal): void {
    browser.permissions.onAdded.addListener(callback);
    browser.permissions.onRemoved.addListener(callback);
    signal?.addEventListener('abort', () => {
      browser.permissions.onAdded.removeListener(callback);
      browser.permissions.onRemoved.removeListener(callback);
    });
  },
};

/** The permissions that come with the installation, by the names of manifest.json. */
export function requiredPermissions(): readonly string[] {
  return browser.runtime.getManifest().permissions ?? [];
}

/** What the manifest requires is held from the start: Firefox refuses a request that names it, both keep it. */
function optionalOf(grant: Grant): Grant {
  const optional: readonly string[] = browser.runtime.getManifest().optional_permissions ?? [];
  return { ...grant, permissions: (grant.permissions ?? []).filter((name) => optional.includes(name)) };
}

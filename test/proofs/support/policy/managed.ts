import type { Driver } from '../../../../tools/browsers/driver.ts';

type Managed = { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<unknown> };
type WithManaged = { storage: { managed: Managed } };

/** What the browser gives the extension as the key `profiles` of its policy; undefined where it gives none yet. */
export function managedProfiles(driver: Driver): Promise<unknown> {
  return driver.evaluateInExtension(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, WithManaged>;
    const items = await (browser ?? chrome)?.storage.managed.get('profiles').catch(() => ({ profiles: undefined }));
    return items?.profiles;
  });
}

/** How the browser answers a page of ours that tries to write its policy. */
export function writeManaged(driver: Driver): Promise<string> {
  return driver.evaluateInExtension(() => {
    const { browser, chrome } = globalThis as unknown as Record<string, WithManaged>;
    const tried = async () => (browser ?? chrome)?.storage.managed.set({ profiles: [] });
    return tried().then(
      () => 'written',
      () => 'refused',
    );
  });
}

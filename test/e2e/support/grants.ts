import type { Driver, TestPage } from '../../../tools/browsers/driver.ts';
import { callApi } from './extension.ts';

/** Permissions and match patterns of hosts. */
export type Grants = { permissions: string[]; origins: string[] };

type Added = { addListener(listener: (added: Partial<Grants>) => void): void };

/** What the browser grants at present beyond what the manifest requires, sorted. */
export async function heldBy(driver: Driver): Promise<Grants> {
  const held = await callApi<Grants>(driver, 'permissions.getAll');
  const manifest = await callApi<{ permissions: string[] }>(driver, 'runtime.getManifest');
  const isOptional = (name: string) => !manifest.permissions.includes(name);
  return { permissions: held.permissions.filter(isOptional).sort(), origins: held.origins.toSorted() };
}

/** Takes permissions back, as the person can in the browser's settings while everything runs. */
export function takeAway(driver: Driver, grants: Partial<Grants>): Promise<unknown> {
  return callApi(driver, 'permissions.remove', grants);
}

/** From now on notes in a page of the extension what the browser grants; gives a way to read it, one entry a request. */
export async function noteGrants(page: TestPage): Promise<() => Promise<Grants[]>> {
  await page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Record<string, { permissions: { onAdded: Added } }>;
    (browser ?? chrome)?.permissions.onAdded.addListener(({ permissions = [], origins = [] }) => {
      const { dataset } = document.documentElement;
      const one = { permissions: permissions.toSorted(), origins: origins.toSorted() };
      dataset.grants = JSON.stringify([...JSON.parse(dataset.grants ?? '[]'), one]);
    });
  });
  return () => page.evaluate(() => JSON.parse(document.documentElement.dataset.grants ?? '[]') as Grants[]);
}

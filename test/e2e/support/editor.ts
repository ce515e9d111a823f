import type { Profile } from '../../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../../tools/browsers/driver.ts';
import { waitUntil } from '../../../tools/wait-until.mjs';

/** Opens the editor at a profile or at a new one. */
export async function openEditor(driver: Driver, id = 'new'): Promise<TestPage> {
  const page = await driver.openPage(`page.html#profiles/${id}`);
  await page.bringToFront();
  return page;
}

type Fields = { name: string; authorization: string; client: string; callback: string };

/** Fills in what a profile of any OpenID Connect provider cannot do without. */
export async function fillOidc(page: TestPage, { name, authorization, client, callback }: Fields): Promise<void> {
  await page.getByRole('textbox', { name: 'Profile name' }).fill(name);
  await page.getByRole('combobox', { name: 'Preset' }).selectOption('oidc');
  await page.getByRole('textbox', { name: 'Authorization endpoint' }).fill(authorization);
  await page.getByRole('textbox', { name: 'Client id' }).fill(client);
  await page.getByRole('textbox', { name: 'Callback URL' }).fill(callback);
}

/** The box beside what Claimcheck does when the login comes back. */
export function choice(page: TestPage, label: string) {
  return page.getByRole('checkbox', { name: label });
}

export function press(page: TestPage, button: string): Promise<unknown> {
  return page.getByRole('button', { name: button, exact: true }).click();
}

/** Deletes a profile in the editor. */
export async function deleteInEditor(driver: Driver, id: string): Promise<void> {
  const page = await openEditor(driver, id);
  await press(page, 'Delete');
  await press(page, 'Delete profile');
  await waitUntil(async () => (await storedProfiles(driver)).every((profile) => profile.id !== id), {
    what: 'the profile to be gone',
  });
  await page.close();
}

export async function storedProfiles(driver: Driver): Promise<Profile[]> {
  const { profiles = [] } = await driver.readStorage('local', 'profiles');
  return profiles as Profile[]; // written by the editor or by a test
}

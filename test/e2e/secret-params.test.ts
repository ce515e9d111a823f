import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../tools/browsers/driver.ts';
import { browsersAlike } from './support/browsers.ts';
import { openEditor, press, storedProfiles } from './support/editor.ts';

const secrets = ['s3cr3t-of-the-client', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.'];

describe.each(browsersAlike)('a secret among the parameters, in %s', (_, launch) => {
  let driver: Driver;

  beforeAll(async () => {
    driver = await launch();
  });
  afterAll(() => driver?.close());

  test('of a pasted sign-in URL is left out and named; typed, it keeps the profile from being saved', async () => {
    const page = await openEditor(driver);
    const request =
      'https://id.example.com/authorize?client_id=c&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&audience=a';
    const carried = `client_secret=${secrets[0]}&id_token_hint=${secrets[1]}`;
    await page.getByRole('textbox', { name: /^Paste a sign-in URL/ }).fill(`${request}&${carried}`);
    await page.getByText('It carries client_secret and id_token_hint, left out here').waitFor();
    await press(page, 'Save');
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await storedProfiles(driver)).toMatchObject([{ clientId: 'c', extraParams: [['audience', 'a']] }]);

    const name = page.getByRole('textbox', { name: 'Parameter 1, name' });
    await name.fill('client_secret');
    await page.getByRole('textbox', { name: 'Parameter 1, value' }).fill(secrets[0] ?? '');
    await press(page, 'Save');
    await page.getByText('a profile lies on disk and an address in histories and logs').waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('profile-extraParams');
    const stored = JSON.stringify(await driver.readStorage('local'));
    expect(stored).toContain('audience');
    for (const secret of secrets) expect(stored).not.toContain(secret);
    await page.close();
  });
});

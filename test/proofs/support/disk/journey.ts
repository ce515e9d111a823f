import { randomBytes } from 'node:crypto';
import type { Capture, KeptSecret, Profile } from '../../../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../../../tools/browsers/driver.ts';
import { captureWith, copied } from '../../../../tools/journey.mjs';
import { press } from '../../../e2e/support/editor.ts';
import { allDone, ask, captures, profileAt } from '../../../e2e/support/login.ts';
import type { PageServer } from '../../../e2e/support/page-server.ts';
import { startAnew } from '../../../e2e/support/visit.ts';
import type { Provider } from '../../../support/provider/serve.ts';
import { whole } from '../../../support/whole.ts';
import type { Ledger } from './ledger.ts';

/** How a login ends: in the app, inside Claimcheck, or in the app with everything cleaned up after. */
export const endings = {
  'in the app': {},
  'inside Claimcheck': { intercept: true },
  'inside Claimcheck, the history cleaned': { intercept: true, cleanUp: ['history'] },
  'in the app, history and address cleaned': { cleanUp: ['history', 'address'] },
} satisfies Record<string, Partial<Profile>>;
export type Ending = keyof typeof endings;

/** In milliseconds, for what takes a browser a second or two: beside other work it was seen to take 40 s. */
export const patience = whole('proofs', 300_000, 60_000);

type World = { provider: Provider; app: PageServer; ledger: Ledger; ending: Ending };

/**
 * What a person does who holds secrets: logins of both kinds, userInfo, a refresh, client secrets in memory and on disk,
 * reading, copying, an export that is cancelled. Its pages stay open, with what was typed in them. Notes every secret.
 */
export async function holdSecrets(driver: Driver, { provider, app, ledger, ending }: World): Promise<void> {
  const over = { callback: `${app.origin}/callback`, ...endings[ending] };
  const implicit = profileAt(provider, { ...over, id: 'implicit', responseType: 'id_token token' });
  const code = profileAt(provider, { ...over, id: 'code', clientId: 'secretive', clientAuth: 'client_secret_basic' });
  const kept = profileAt(provider, { ...over, id: 'kept', clientId: 'kept', clientAuth: 'client_secret_post' });
  await driver.writeStorage('local', { profiles: [implicit, code, kept], activeProfile: 'implicit' });
  await startAnew(driver);
  const make = (name: string) => {
    const value = randomBytes(32).toString('base64url');
    ledger.add(name, value);
    return value;
  };

  const secret = make('client secret in memory');
  provider.register('secretive', { auth: 'client_secret_basic', secret });
  await ask(driver, { type: 'keepSecret', profileId: 'code', secret });
  await ask(driver, {
    type: 'keepSecret',
    profileId: 'kept',
    secret: make('client secret on disk, in the clear'),
    passphrase: make('passphrase'),
  });

  const editor = await driver.openPage('page.html#profiles/kept');
  await editor.bringToFront();
  await editor.getByLabel('Client secret', { exact: true }).fill(make('client secret typed'));
  await press(editor, 'Show the secret');
  const paste = await driver.openPage('page.html#paste');
  await paste.bringToFront();
  await paste.getByLabel('Token, callback URL or token answer').fill(make('token typed'));
  await ask(driver, { type: 'paste', text: make('token read by hand') });

  const { id } = await login(driver, 'code', ({ tokenAnswer }) => tokenAnswer !== undefined);
  await ask(driver, { type: 'callUserinfo', captureId: id });
  ledger.addHeld(await captures(driver));
  await ask(driver, { type: 'refresh', captureId: id });
  const cleaned = ['history_deleted', 'address_cleaned'].slice(0, implicit.cleanUp?.length ?? 0);
  const last = await login(
    driver,
    'implicit',
    ({ events }) => implicit.intercept || cleaned.every((wanted) => events.some(({ kind }) => kind === wanted)),
  );
  await allDone(driver);
  await look(driver, last);
  ledger.addAsked(provider);
  ledger.addHeld(await captures(driver));
}

/** Signs in at a provider that asks nobody; gives the capture as soon as it is judged and as wanted. */
async function login(driver: Driver, profileId: string, isWanted: (capture: Capture) => boolean): Promise<Capture> {
  const outcome = await ask(driver, { type: 'signIn', profileId });
  if (!outcome.ok) throw new Error(outcome.reason);
  return captureWith(
    driver,
    (one) => one.profileId === profileId && one.startedHere && one.judgedAt && !one.tokenCall && isWanted(one),
    `the login of ${profileId}`,
    patience,
  );
}

/** The popup and the full page show the capture; a token is copied, and an export is begun and cancelled. */
async function look(driver: Driver, { id, tokens }: Capture): Promise<void> {
  const popup = await driver.openPage('popup.html');
  await popup.bringToFront();
  await popup.getByRole('tab', { name: /Access token/ }).click();
  await press(popup, 'Copy token');
  await copied(driver, popup, (text) => text === tokens.access_token, 'the access token');
  const page: TestPage = await driver.openPage(`page.html#captures/${id}`);
  await page.bringToFront();
  await press(page, 'Export…');
  const ofLogin = page.getByRole('group', { name: 'This login, redacted' });
  await ofLogin.getByRole('menuitem', { name: 'JSON…', exact: true }).click();
  await press(page, 'Close');
}

/** What lies on disk of the secret that is kept with a passphrase. */
export async function ciphertextOf(driver: Driver): Promise<string> {
  const { keptSecrets } = await driver.readStorage('local', 'keptSecrets');
  return (keptSecrets as Record<string, KeptSecret>).kept?.data ?? ''; // written by the extension under test
}

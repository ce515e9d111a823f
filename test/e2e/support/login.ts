import type { Message, Outcome } from '../../../src/messages.ts';
import type { Capture, PendingLogin, Profile } from '../../../src/protocol/records.ts';
import type { Driver } from '../../../tools/browsers/driver.ts';
import { captureWith } from '../../../tools/journey.mjs';
import { waitUntil } from '../../../tools/wait-until.mjs';
import type { FaultName } from '../../support/provider/faults.ts';
import type { Provider } from '../../support/provider/serve.ts';
import { profile } from '../../support/records.ts';
import type { ExtensionApi } from './extension.ts';
import { startAnew } from './visit.ts';

/** A profile of this provider, which is where its logins come back too. */
export function profileAt({ issuer, endpoints }: Provider, over: Partial<Profile> = {}): Profile {
  const own = { provider: 'oidc', issuer, endpoints, callback: `${issuer}/callback` } as const;
  return profile({ ...own, clientId: 'the-client', responseType: 'code', scopes: ['openid', 'email'], ...over });
}

/** A browser with this one profile in front, and with nothing in memory but the secret of its client. */
export async function begin(driver: Driver, own: Profile, { secret }: { secret?: string } = {}): Promise<void> {
  const clientSecrets = secret === undefined ? {} : { [own.id]: secret };
  await driver.writeStorage('session', { captures: [], logins: [], documents: [], clientSecrets });
  await driver.writeStorage('local', { profiles: [own], activeProfile: own.id });
  // Firefox wakes its background only for the callbacks that it knew at the start of a life
  if (driver.kind === 'firefox') await startAnew(driver);
  else await hello(driver);
}

/** What one of our pages asks of the worker. */
export function ask(driver: Driver, message: Message): Promise<Outcome> {
  return driver.evaluateInExtension((message) => {
    const { browser, chrome } = globalThis as unknown as Record<string, ExtensionApi>;
    return (browser ?? chrome)?.runtime.sendMessage(message) as Promise<Outcome>; // as messages.ts has it
  }, message);
}

/** Waits until the worker has taken in and done what it can. */
const hello = (driver: Driver) => ask(driver, { type: 'hello' });

/** Signs in at a provider that errs in this way and asks nobody; gives the capture, judged, with its code exchanged. */
export async function signIn(
  driver: Driver,
  provider: Provider,
  { id, callback }: Profile,
  fault: FaultName = 'none',
): Promise<Capture> {
  provider.err(fault);
  const known = new Set((await captures(driver)).map((one) => one.id));
  const outcome = await ask(driver, { type: 'signIn', profileId: id });
  if (!outcome.ok) throw new Error(outcome.reason);
  const capture = await captureWith(
    driver,
    (one) => !known.has(one.id) && one.judgedAt && !one.tokenCall && hasEnded(one),
    'the login to have ended',
  );
  await (await driver.findPage((url) => url.startsWith(callback))).close();
  await allDone(driver);
  return captureOf(driver, capture.id);
}

/** Whether all that is to come of a good answer has come. */
function hasEnded({ params, tokenAnswer, tokenFailure, verdicts }: Capture): boolean {
  const hasCode = params.some(([name]) => name === 'code');
  const isGood = verdicts.every(({ result }) => result !== 'fail');
  return !hasCode || !isGood || tokenAnswer !== undefined || tokenFailure !== undefined;
}

/** Waits until no login, no call and no check is under way, and the worker has done what it can. */
export async function allDone(driver: Driver): Promise<void> {
  await hello(driver);
  // a login is used up before its code is sent
  const isDone = async () =>
    ((await driver.readStorage('session', 'logins')).logins as PendingLogin[]).length === 0 &&
    (await captures(driver)).every(({ tokenCall, judgedAt }) => !tokenCall && judgedAt !== undefined);
  await waitUntil(isDone, { what: 'nothing to be under way' });
  await hello(driver);
}

export async function captures(driver: Driver): Promise<Capture[]> {
  const { captures: held = [] } = await driver.readStorage('session', 'captures');
  return held as Capture[]; // written by the extension under test
}

export function captureOf(driver: Driver, id: string): Promise<Capture> {
  return captureWith(driver, (one) => one.id === id, 'the capture');
}

/** As if time had passed: the access token of this capture is good for so many seconds more. */
export async function ageTo(driver: Driver, id: string, seconds: number): Promise<void> {
  const expiresAt = Math.floor(Date.now() / 1000) + seconds;
  const aged = (await captures(driver)).map((one) => (one.id === id ? { ...one, expiresAt } : one));
  await driver.writeStorage('session', { captures: aged });
}

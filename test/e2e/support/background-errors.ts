import type { Driver } from '../../../tools/browsers/driver.ts';

type Noted = { noted?: string[] };

/** From now on notes what fails unhandled in this life of the background. */
export async function noteErrors(driver: Driver): Promise<void> {
  await driver.evaluateInBackground(() => {
    const background = self as unknown as Noted;
    background.noted = [];
    const note = (what: unknown) => void background.noted?.push(String(what));
    addEventListener('error', ({ error, message }) => note(error ?? message));
    addEventListener('unhandledrejection', ({ reason }) => note(reason));
    reportError(new Error('a probe'));
  });
}

/** What was noted, the probe first; undefined in another life of the background. */
export function notedErrors(driver: Driver): Promise<string[] | undefined> {
  return driver.evaluateInBackground(() => (self as unknown as Noted).noted);
}

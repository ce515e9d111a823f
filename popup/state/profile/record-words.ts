import type { Needs } from '../../../src/protocol/needs.ts';
import { promptLines } from './profile-grants.ts';
import type { RecordShown, SeenSignIn } from './record.ts';

const list = new Intl.ListFormat('en');

/** What the browser will ask before the watching starts, and why. Empty where it will ask nothing. */
export function askWords(missing: Needs): string {
  const lines = promptLines(missing);
  if (lines.length === 0) return '';
  const quoted = list.format(lines.map((line) => `“${line}”`));
  const why = 'Claimcheck is then told of sign-in pages and of the callback they name, and of nothing else.';
  return `Watching asks the browser for ${quoted}. ${why} What no profile needs is given back when the watching ends.`;
}

/** What is the matter with sites that cannot be watched. */
export function strangeWords(strange: readonly string[]): string {
  if (strange.length === 0) return '';
  return `The browser gives access to hosts with https, and to localhost and 127.0.0.1. Change ${list.format(strange)}.`;
}

/** What the sign-in page did not say, and what follows from it. */
export function signInNote({ callback, endsInApp }: SeenSignIn): string {
  if (callback === undefined) {
    return 'It names no callback: the request itself was sent another way (PAR, or a signed request), which no address shows. Add callback and scopes by hand.';
  }
  return endsInApp
    ? 'The login ends in an app of its own, where its answer may not be seen. The request is enough.'
    : '';
}

/** The line beside the steps: what to do next. */
export function nextWords({ phase, signIn, answer }: RecordShown): string {
  switch (phase) {
    case 'none':
      return '';
    case 'watching':
      if (answer?.isError) return 'That login ended with an error. Log in again, or use what the request said.';
      if (signIn)
        return 'Finish the login, or use what the sign-in page said. A callback that redirects on is not seen.';
      return 'Log in to your app in any tab. Where you are logged in already, log out first.';
    case 'answered':
      return 'The watching is over: nothing was redeemed, and no token was kept. “Use it” fills in the form below.';
    case 'over':
      return signIn
        ? 'The time is over. What the sign-in page said can be used all the same.'
        : 'The time is over, and no sign-in page was seen. A provider that redirects before a page shows is seen only with its site named: choose “Forget it”, then name the site.';
  }
}

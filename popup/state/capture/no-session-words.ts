import type { Profile } from '../../../src/protocol/records.ts';
import { providerInside, providerName } from '../provider-words.ts';
import type { NoSession } from './no-session.ts';

export type NoSessionWords = { short: string; heading: string; meaning: string; todo: string };

/** The answer in words; `short` stands in the list. */
export function noSessionWords(refusal: NoSession, profile: Profile | undefined): NoSessionWords {
  const who = providerName(profile);
  const todo = 'Sign in. The tokens captured before stay as good as they were.';
  switch (refusal) {
    case 'login_required':
      return {
        short: 'no session',
        heading: `${who} has no session for this browser any more`,
        meaning:
          profile?.provider === 'cognito'
            ? 'Cognito remembers a sign-in for one hour from when the password was typed. A refresh or a silent renewal never extends it.'
            : 'Nobody is signed in there, the session has ended, or the browser kept its cookie back.',
        todo,
      };
    case 'interaction_required':
      return {
        short: 'a page is needed',
        heading: `${who} has to show a page first`,
        meaning: 'The sign-in was to end without one (prompt=none).',
        todo,
      };
    case 'consent_required':
      return {
        short: 'consent is needed',
        heading: `${who} has to ask for consent first`,
        meaning: 'There may be a session, but the user has not agreed to all of the scopes.',
        todo: `Sign in and agree, or ask ${providerInside(profile)} to give consent for everybody.`,
      };
    case 'account_selection_required':
      return {
        short: 'an account is to be chosen',
        heading: 'Several accounts are signed in',
        meaning: `Without a page ${providerInside(profile)} cannot ask which one is meant.`,
        todo: 'Sign in and choose, or name the account with login_hint in the profile.',
      };
  }
}

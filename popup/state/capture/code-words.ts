import type { Profile } from '../../../src/protocol/records.ts';
import { noAccessWords } from '../../../src/protocol/token-access.ts';
import { providerInside } from '../provider-words.ts';
import type { CodeState } from './code-state.ts';

type Kept = Extract<CodeState, object>;

/** Why a code was not redeemed, and what to do. */
export function codeWords(state: Kept, profile: Profile | undefined): { heading: string; text: string } {
  const words = (heading: string, text: string) => ({ heading, text });
  switch (state.kept) {
    case 'pasted':
      return words(
        'The code is shown, never redeemed',
        'It was pasted. Only the app that started its login has the verifier that belongs to it (PKCE, RFC 7636).',
      );
    case 'imported':
      return words(
        'The code is shown, never redeemed',
        'It was imported from a file. Only who started its login has the verifier that belongs to it (PKCE, RFC 7636).',
      );
    case 'not_started_here':
      return words(
        'A code of a login that was not started here is shown, never redeemed',
        'It belongs to the app that asked for it, and is good once: redeemed here, the app’s own login would fail. Sign in from here to see the tokens.',
      );
    case 'state_cancelled':
      return words(
        'The code of a sign-in that you cancelled is shown, never redeemed',
        'It came after you cancelled, and the verifier that belongs to it (PKCE, RFC 7636) is gone. Sign in again to see the tokens.',
      );
    case 'state_used':
      return words(
        'The code of a sign-in that was answered before is shown, never redeemed',
        'A sign-in is answered once (RFC 9700 section 4.2). This answer was replayed or forged, or the one before was: use neither of the two. Sign in again.',
      );
    case 'no_profile':
      return words(
        'The code was not redeemed',
        'The profile of this capture was deleted, and with it its token endpoint.',
      );
    case 'blocked':
      return words(
        'The code was not redeemed: a check failed',
        'The code of an answer that failed a check is never handed in. Solve what failed, then sign in again.',
      );
    case 'no_endpoint':
      return words(
        'The code was not redeemed: there is no token endpoint',
        'Add it to the profile, or have discovery fill it in. Then sign in again.',
      );
    case 'no_secret':
      return state.secret === 'locked'
        ? words(
            'The code waits: the client secret is locked',
            `Unlock it with its passphrase. A code is good for a few minutes${minutes(profile)}.`,
          )
        : words(
            'The code waits: the client secret is not in memory',
            `Enter it in the profile. A code is good for a few minutes${minutes(profile)}.`,
          );
    case 'no_access':
      return words(
        'The code waits',
        `${noAccessWords(state.endpoint)} Allow it, and the code is exchanged. A code is good for a few minutes.`,
      );
    case 'told':
      return words('The code was not redeemed', state.why);
    case 'cancelled':
      return words(
        'The code was not redeemed: its login is over',
        'The login was cancelled, or the extension was restarted meanwhile, and its verifier is gone. Sign in again.',
      );
    case 'too_late':
      return words(
        'The code was not redeemed in time',
        `${providerInside(profile) === 'Cognito' ? 'Cognito’s codes are good for 5 minutes' : 'A code is good for a few minutes'}, and a login here for ten. Sign in again.`,
      );
  }
}

function minutes(profile: Profile | undefined): string {
  return profile?.provider === 'cognito' ? ', with Cognito for 5' : '';
}

import type { Profile } from '../../../src/protocol/records.ts';

/** What the provider's sign-out ends, and what it does not, a sentence each. */
export function signOutEffects({ provider }: Pick<Profile, 'provider'>): { ends: string; stays: string[] } {
  const tokens =
    'Tokens that were issued stay good until they expire. Revoke the refresh token to end those that can be.';
  const captures = 'The captures here stay as they are. “Forget now” takes them away.';
  if (provider === 'cognito') {
    return {
      ends: 'Cognito’s session cookie in this browser, so that the next sign-in asks for the password.',
      stays: [
        tokens,
        'The session at an identity provider behind Cognito, such as Google or a company’s: the next sign-in through it may ask for nothing.',
        captures,
      ],
    };
  }
  return {
    ends: 'The provider’s session in this browser. It may ask first, and may sign other apps out with it.',
    stays: [tokens, 'A session at another identity provider that the user came from.', captures],
  };
}

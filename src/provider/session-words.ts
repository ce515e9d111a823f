import type { Profile } from '../protocol/records.ts';

/** Why a sign-in that shows no page came to nothing: the provider showed one. */
export function loginPageReason({ provider }: Pick<Profile, 'provider'>): string {
  return `The provider wants its login page: its session is over.${provider === 'cognito' ? ` ${cognitoSession}` : ''}`;
}

/** A Cognito session starts with the password alone: neither a refresh nor a silent renewal prolongs it. */
const cognitoSession =
  'Amazon Cognito remembers a sign-in for one hour from when the password was typed, and its classic pages show themselves even to a silent request.';

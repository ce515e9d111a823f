import type { Profile } from '../../src/protocol/records.ts';

/** The actor in a sentence: "Cognito" or "The provider". */
export function providerName(profile: Profile | undefined): string {
  return profile?.provider === 'cognito' ? 'Cognito' : 'The provider';
}

/** The same within a sentence. */
export function providerInside(profile: Profile | undefined): string {
  return profile?.provider === 'cognito' ? 'Cognito' : 'the provider';
}

/** The flow of a response type in a word (OAuth 2.0 Multiple Response Types). */
export function flowName(responseType: string): 'implicit' | 'code' | 'hybrid' {
  const types = responseType.split(' ');
  if (!types.includes('code')) return 'implicit';
  return types.length > 1 ? 'hybrid' : 'code';
}

/** The line under the name of a profile: "Cognito, implicit". */
export function profileLine(profile: Profile): string {
  const flow = profile.responseType === '' ? 'client credentials' : flowName(profile.responseType);
  return `${profile.provider === 'cognito' ? 'Cognito' : 'OpenID Connect'}, ${flow}`;
}

/** The host of an address as it is shown, or the address itself when it is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** Why checks of an answer could not be made, where several share the reason. */
import type { Profile } from '../../protocol/records.ts';
import { noProfile } from '../lacking.ts';

export const noUrl = 'It was pasted or imported without the address it came in. Paste the whole address to check this.';

/** `refusal`: what was too long, its size and the limit. */
export function tooLong(refusal: string): string {
  return `It was too long to keep: ${refusal}. Have the provider send less to check this.`;
}

/** `refusal`: how many parameters there were, and the limit. */
export function tooMany(refusal: string): string {
  return `Not all of the answer was kept: ${refusal}. Have the provider send fewer to check this.`;
}

/** Why no issuer is expected of the answer itself. */
export function noIssuer(profile: Profile | undefined): string {
  if (!profile) return noProfile;
  const field = profile.provider === 'cognito' ? 'user pool id' : 'issuer';
  return `The profile names no issuer. Enter the ${field} there to check this.`;
}

/** Why it is not known what the issuer announces. */
export function noMetadata(profile: Profile | undefined): string {
  return profile?.issuer ? notFetched : noIssuer(profile);
}

const notFetched =
  'The metadata of the issuer is not at hand, so what it announces is not known. Check again once it can be fetched.';

/** Why the response type is not known. */
export function noTypeReason({ hasUrl }: { hasUrl: boolean }): string {
  return hasUrl ? noResponseType : noFlow;
}

const noFlow =
  'Without the address it came in nothing says to which response type it belongs. Paste the whole address to check this.';

const noResponseType =
  'Neither the profile nor the request says which response type was asked for. Enter it in the profile to check this.';

export function cameTwice(name: string): string {
  return `${name} came more than once, and nothing says which one counts. Sign in again to check this.`;
}

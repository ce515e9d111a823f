import { isCustomScheme } from '../../../src/protocol/needs.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { findLacks, type Lack, type Missing } from '../profile/profile-grants.ts';
import { isFormPost, isReachable } from '../profile/profile-watch.ts';

/** What a profile wants and does not get: until the browser allows it, or `never`, at a host it gives no access to. */
export type Lacks = { untilAllowed: Lack[]; never: Lack[] };

export function lacksOf(profile: Profile, missing: Missing): Lacks {
  const never = neverOf(profile);
  return { untilAllowed: findLacks(profile, missing).filter((lack) => !never.includes(lack)), never };
}

function neverOf(profile: Profile): Lack[] {
  const { callback, intercept, watchRequests, cleanUp = [] } = profile;
  if (isReachable(profile)) return [];
  const kept: Lack[] = intercept ? ['intercept'] : [];
  // a native app's callback is seen where the provider redirects to it, and stands in no address
  if (isCustomScheme(callback)) return kept;
  return [
    ...kept,
    ...(watchRequests ? [isFormPost(profile) ? ('form_post' as const) : ('redirects' as const)] : []),
    ...(cleanUp.includes('address') ? ['address' as const] : []),
  ];
}

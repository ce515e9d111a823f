import type { Login } from '../../../src/protocol/compare/login-facts.ts';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { profileOf } from '../../../src/protocol/sample-profile.ts';
import { nameWithout } from '../capture/capture-line.ts';

/** A capture with what its profile says of it, as it is compared. */
export function loginOf(capture: Capture, profiles: readonly Profile[]): Login {
  const profile = profileOf(capture, profiles);
  return {
    capture,
    profile: profile?.name ?? nameWithout(capture.profileId),
    issuer: profile?.issuer,
    client: profile?.clientId,
  };
}

import { tokenAccessOf } from '../../src/protocol/needs.ts';
import type { Profile } from '../../src/protocol/records.ts';
import { useGranted } from './host-context.ts';

/** Whether the answers of a profile's token endpoint can be read; undefined where it is not known, or nothing is needed. */
export function useTokenAccess(profile: Profile | undefined): boolean | undefined {
  const origin = profile && tokenAccessOf(profile);
  return useGranted(origin === undefined ? undefined : { origins: [origin] });
}

import type { Profile } from '../../../src/protocol/records.ts';
import { useHost } from '../../parts/host-context.ts';
import { hashOf } from '../../state/route.ts';

/** The way to a profile whose fields are what to change next. */
export function OpenProfile({ profile, children = 'Open the profile' }: { profile: Profile; children?: string }) {
  const host = useHost();
  return (
    <div class="row">
      <button
        type="button"
        class="btn small"
        onClick={() => host.openPage(`page.html${hashOf({ view: 'profiles', rest: profile.id })}`)}
      >
        {children}
      </button>
    </div>
  );
}

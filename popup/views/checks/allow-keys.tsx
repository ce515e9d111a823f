import { useState } from 'preact/hooks';
import type { Profile } from '../../../src/protocol/records.ts';
import { hostPattern } from '../../../src/protocol/url.ts';
import { useGranted, useHost } from '../../parts/host-context.ts';
import { hostOf } from '../../state/provider-words.ts';

/** Asks for access to the host of the key set, straight from the click. Nothing where there is no access to ask for. */
export function AllowKeys({ profile, onAllowed }: { profile: Profile; onAllowed: () => void }) {
  const host = useHost();
  const [isDeclined, setDeclined] = useState(false);
  const address = profile.endpoints.jwks ?? profile.issuer ?? '';
  const origin = hostPattern(address);
  const access = useGranted(origin === undefined ? undefined : { origins: [origin] });
  if (origin === undefined || access !== false) return null;
  const allow = async () => {
    const isAllowed = await host.permissions.request({ origins: [origin] }).catch(() => false);
    setDeclined(!isAllowed);
    if (isAllowed) onAllowed();
  };
  return (
    <>
      <div class="row">
        <button type="button" class="btn small" onClick={() => void allow()}>
          Allow access to {hostOf(address)}
        </button>
      </div>
      <p role="status">
        {isDeclined &&
          'The browser did not allow it. The keys are asked for without; press again to be asked once more.'}
      </p>
    </>
  );
}

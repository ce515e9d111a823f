import { accessHost } from '../../../src/protocol/token-access.ts';
import { hostPattern } from '../../../src/protocol/url.ts';
import { useGranted, useHost } from '../../parts/host-context.ts';

/** Asks for access to a host, straight from the click. Nothing where it is granted. */
export function AllowHost({ origin, name }: { origin: string; name: string }) {
  const host = useHost();
  const access = useGranted({ origins: [origin] });
  if (access !== false) return null;
  return (
    <div class="row">
      <button
        type="button"
        class="btn small"
        onClick={() => void host.permissions.request({ origins: [origin] }).catch(() => false)}
      >
        Allow access to {name}
      </button>
    </div>
  );
}

/** The same for the host of an endpoint. */
export function AllowEndpoint({ endpoint }: { endpoint: string }) {
  const origin = hostPattern(endpoint);
  return origin === undefined ? null : <AllowHost origin={origin} name={accessHost(endpoint)} />;
}

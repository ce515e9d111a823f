import { useState } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTokenCall } from '../../parts/use-token-call.ts';
import { useRead } from '../../parts/world-context.ts';
import { whyNotRevoke } from '../../state/token/revoke-words.ts';
import { revocationEndpointOf } from '../../state/token/token-endpoint.ts';
import { RevocationNote } from './revocation-note.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

type Props = { capture: Capture; profile: Profile | undefined; now: number };

/** Ends an access token where the provider does that: Cognito revokes refresh tokens alone. */
export function RevokeAccess({ capture, profile, now }: Props) {
  const world = useRead();
  const call = useTokenCall(capture);
  const [isAsking, setAsking] = useState(false);
  if (!profile || profile.provider === 'cognito' || revocationEndpointOf(profile) === undefined) return null;
  return (
    <section aria-labelledby="revoke-h">
      <div class="head">
        <h2 id="revoke-h">End it before its time</h2>
      </div>
      <div class="blank">
        <Button
          class="small"
          busy={call.isRevoking}
          unless={call.isRefreshing ? 'A refresh is under way.' : whyNotRevoke(capture, profile, 'access_token', world)}
          onPress={() => setAsking(true)}
        >
          <Icon name={call.isRevoking ? 'again' : 'x'} />
          Revoke
        </Button>
      </div>
      <RevocationNote capture={capture} token="access_token" profile={profile} now={now} />
      {isAsking && (
        <RevokeDialog
          token="access_token"
          profile={profile}
          onRevoke={() => call.revoke('access_token')}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

import { isOfOtherClient } from '../../../src/protocol/login-client.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { mayCarryToken, signOutAddress } from '../../../src/provider/sign-out.ts';
import { ConfirmDialog } from '../../parts/dialog.tsx';
import { useHost } from '../../parts/host-context.ts';
import { Code } from '../../parts/text.tsx';
import { useSentMessages } from '../../parts/use-messages.ts';
import { useRead } from '../../parts/world-context.ts';
import { newestCapture } from '../../state/capture/current.ts';
import { shownCaptures } from '../../state/capture/shown-captures.ts';
import { providerName } from '../../state/provider-words.ts';
import { hashOf } from '../../state/route.ts';
import { signOutEffects } from '../../state/token/sign-out-words.ts';
import { whyNotUse } from '../../state/token/token-use.ts';
import { EndsAndStays } from '../capture/ends-and-stays.tsx';

/** Says what the provider's sign-out ends and what it does not, and opens it. */
export function SignOutDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const host = useHost();
  const world = useRead();
  const messages = useSentMessages();
  const own = (shownCaptures(world) ?? []).filter(({ profileId, origin }) => profileId === profile.id && !origin);
  const capture = newestCapture(own);
  const address = signOutAddress(profile);
  const canTry = address.ok || address.canAsk === true;
  // one whose checks run still or failed is not sent
  const sendsToken =
    profile.provider === 'oidc' &&
    (!address.ok || mayCarryToken(address.url)) &&
    capture?.tokens.id_token !== undefined &&
    capture.judgedAt !== undefined &&
    !isOfOtherClient(capture, profile) &&
    whyNotUse(capture) === undefined;
  const { ends, stays } = signOutEffects(profile);
  return (
    <ConfirmDialog
      heading={`Sign out at ${providerName(profile) === 'Cognito' ? 'Cognito' : 'the provider'}?`}
      confirm={canTry ? 'Sign out' : 'Open the profile'}
      keep={canTry ? 'Stay signed in' : 'Close'}
      onConfirm={() =>
        canTry
          ? void messages.signOut(profile, capture?.id)
          : host.openPage(`page.html${hashOf({ view: 'profiles', rest: profile.id })}`)
      }
      onClose={onClose}
    >
      <div class="notes">
        <EndsAndStays ends={ends} stays={stays} />
        {canTry ? (
          <div>
            <h3>It opens, in a tab</h3>
            {address.ok ? (
              <p>
                <Code>{address.url}</Code>
              </p>
            ) : (
              <p class="muted">
                What the issuer names as <code>end_session_endpoint</code>. The profile names no sign-out endpoint, so
                the issuer is asked first; where it names none, nothing is opened.
              </p>
            )}
            {sendsToken && (
              <p class="muted">
                With it goes the ID token of the newest login as <code>id_token_hint</code>: it tells whose session is
                meant, and stands in that address, so in the tab, the history and the provider’s logs.
              </p>
            )}
          </div>
        ) : (
          <div role="note">
            <h3>It cannot be opened yet</h3>
            <p class="muted">{address.reason}</p>
          </div>
        )}
      </div>
    </ConfirmDialog>
  );
}

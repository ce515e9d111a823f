import type { Profile } from '../../src/protocol/records.ts';
import { signOutAddress } from '../../src/provider/sign-out.ts';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { Code } from '../parts/text.tsx';
import { useSentMessages } from '../parts/use-messages.ts';
import { useRead } from '../parts/world-context.ts';
import { newestCapture } from '../state/current.ts';
import { providerName } from '../state/provider-words.ts';
import { shownCaptures } from '../state/shown-captures.ts';
import { signOutEffects } from '../state/sign-out-words.ts';

/** Says what the provider's sign-out ends and what it does not, and opens it. */
export function SignOutDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const world = useRead();
  const messages = useSentMessages();
  const own = (shownCaptures(world) ?? []).filter(({ profileId, origin }) => profileId === profile.id && !origin);
  const capture = newestCapture(own);
  const address = signOutAddress(profile);
  const sendsToken = profile.provider === 'oidc' && capture?.tokens.id_token !== undefined;
  const { ends, stays } = signOutEffects(profile);
  return (
    <ConfirmDialog
      heading={`Sign out at ${providerName(profile) === 'Cognito' ? 'Cognito' : 'the provider'}?`}
      confirm={address.ok ? 'Sign out' : undefined}
      keep={address.ok ? 'Stay signed in' : 'Close'}
      onConfirm={() => void messages.signOut(profile, capture?.id)}
      onClose={onClose}
    >
      <div class="notes">
        <div>
          <h3>It ends</h3>
          <p class="muted">{ends}</p>
        </div>
        <div>
          <h3>It does not end</h3>
          <ul class="muted">
            {stays.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
        {address.ok ? (
          <div>
            <h3>It opens, in a tab</h3>
            <p>
              <Code>{address.url}</Code>
            </p>
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

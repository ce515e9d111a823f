import type { Profile } from '../../../src/protocol/records.ts';
import { useHost } from '../../parts/host-context.ts';
import { MenuItem } from '../../parts/menu.tsx';
import { useSentMessages } from '../../parts/use-messages.ts';
import { useRead } from '../../parts/world-context.ts';
import { cancellable, findLoginsUnderWay } from '../../state/capture/login-stage.ts';
import { shownCaptures } from '../../state/capture/shown-captures.ts';
import { secretState, secretWords, tokenEndpointOf } from '../../state/token/token-endpoint.ts';

/** Every way to a login or a token of a profile but the usual one, and the way out. */
export function SignInItems({ profile, onSignOut }: { profile: Profile; onSignOut: () => void }) {
  const host = useHost();
  const world = useRead();
  const messages = useSentMessages();
  const isPrivate = world.where?.isPrivate === true;
  const states = cancellable(findLoginsUnderWay(world, shownCaptures(world) ?? [], profile, host.now(), isPrivate));
  const secret = secretState(profile, world);
  const lacksSecret = secret === 'locked' || secret === 'missing' ? secretWords[secret] : undefined;
  const lacksEndpoint = tokenEndpointOf(profile) === undefined ? 'This profile has no token endpoint.' : undefined;
  return (
    <>
      {states.length > 0 && (
        <>
          <MenuItem onChoose={() => void messages.cancel(states)}>
            {states.length === 1 ? 'Cancel this sign-in' : `Cancel these ${states.length} sign-ins`}
          </MenuItem>
          <hr />
        </>
      )}
      {!isPrivate && (
        <MenuItem onChoose={() => void messages.signIn(profile, { inPrivate: true })}>In a private window</MenuItem>
      )}
      <MenuItem onChoose={() => void messages.signIn(profile, { as: 'other_user' })}>
        As another user
        <small>prompt=login: the provider asks who signs in</small>
      </MenuItem>
      <MenuItem onChoose={() => void messages.signIn(profile, { as: 'silent' })}>
        Silently
        <small>prompt=none, in a tab behind: ends in tokens or login_required</small>
      </MenuItem>
      {profile.clientAuth !== 'none' && (
        <MenuItem unless={lacksEndpoint ?? lacksSecret} onChoose={() => void messages.clientToken(profile)}>
          Token for the client itself
          {!lacksEndpoint && !lacksSecret && <small>Client credentials: an access token, and no user</small>}
        </MenuItem>
      )}
      <hr />
      <MenuItem onChoose={onSignOut}>Sign out…</MenuItem>
    </>
  );
}

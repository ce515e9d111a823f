import type { Profile } from '../../../src/protocol/records.ts';
import { FirstIcon, Mark } from '../../parts/first-icon.tsx';
import { useHost } from '../../parts/host-context.ts';
import { useWidth } from '../../parts/width-context.ts';
import { ProfileSwitch } from './profile-switch.tsx';
import { SignInSplit } from './sign-in-split.tsx';

type Props = {
  profiles: Profile[];
  active: Profile | undefined;
  captureId: string | undefined;
  /** Whether signing in is the next step: then its button is the one primary one. */
  isNext: boolean;
  isStarting: boolean;
  onSignIn: () => void;
};

export function PopupBar({ profiles, active, captureId, isNext, isStarting, onSignIn }: Props) {
  const host = useHost();
  const width = useWidth();
  const settings = (
    <button
      type="button"
      class="btn quiet icon end"
      aria-label="Settings"
      onClick={() => host.openPage('page.html#settings')}
    >
      <FirstIcon name="settings" />
    </button>
  );
  if (!active) {
    return (
      <header class="bar">
        <span class="brand">
          <Mark />
          Claimcheck
        </span>
        {settings}
      </header>
    );
  }
  const captures = captureId === undefined ? '#captures' : `#captures/${encodeURIComponent(captureId)}`;
  return (
    <header class="bar">
      <ProfileSwitch
        profiles={profiles}
        active={active}
        withMark
        onRegister={() => host.openPage('page.html#profiles/new')}
        onPaste={() => host.openPage('page.html#paste')}
        onEdit={() => host.openPage(`page.html#profiles/${encodeURIComponent(active.id)}`)}
      />
      <SignInSplit key={active.id} profile={active} isNext={isNext} isStarting={isStarting} onSignIn={onSignIn} />
      {width === 'popup' && host.openPanel && (
        <button
          type="button"
          class="btn quiet icon"
          aria-label="Open in the side panel"
          onClick={() => void host.openPanel?.().then(() => close())}
        >
          <FirstIcon name="panel" />
        </button>
      )}
      <button
        type="button"
        class="btn quiet icon"
        aria-label="Open in a tab"
        onClick={() => host.openPage(`page.html${captures}`)}
      >
        <FirstIcon name="tab" />
      </button>
      {settings}
    </header>
  );
}

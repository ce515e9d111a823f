import type { Profile } from '../../../src/protocol/records.ts';
import { Mark } from '../../parts/first-icon.tsx';
import type { Route } from '../../state/route.ts';
import { HelpButton } from './help-button.tsx';
import { ProfileSwitch } from './profile-switch.tsx';
import { SignInSplit } from './sign-in-split.tsx';

type Props = {
  profiles: Profile[];
  active: Profile | undefined;
  view: Route['view'];
  isNext: boolean;
  isStarting: boolean;
  onSignIn: () => void;
  /** Told which profile was brought in front. */
  onChoose: (id: string) => void;
  onRegister: () => void;
};

export function PageBar({ profiles, active, view, isNext, isStarting, onSignIn, onChoose, onRegister }: Props) {
  return (
    <header class="bar">
      <a class="brand" href="#captures">
        <Mark />
        Claimcheck
      </a>
      <nav aria-label="Main">
        <a href="#captures" aria-current={view === 'captures' ? 'page' : undefined}>
          Captures
        </a>
        <a href="#profiles" aria-current={view === 'profiles' ? 'page' : undefined}>
          Profiles
        </a>
        <a href="#compare" aria-current={view === 'compare' ? 'page' : undefined}>
          Compare
        </a>
        <a href="#paste" aria-current={view === 'paste' ? 'page' : undefined}>
          Paste
        </a>
        <a href="#settings" aria-current={view === 'settings' ? 'page' : undefined}>
          Settings
        </a>
      </nav>
      {active && (
        <>
          <ProfileSwitch profiles={profiles} active={active} onChoose={onChoose} onRegister={onRegister} />
          <SignInSplit key={active.id} profile={active} isNext={isNext} isStarting={isStarting} onSignIn={onSignIn} />
        </>
      )}
      <HelpButton />
    </header>
  );
}

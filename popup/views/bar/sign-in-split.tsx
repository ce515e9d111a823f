import { useState } from 'preact/hooks';
import type { Profile } from '../../../src/protocol/records.ts';
import { Button } from '../../parts/button.tsx';
import { FirstIcon } from '../../parts/first-icon.tsx';
import { Menu } from '../../parts/menu.tsx';
import { SignInItems, SignOutDialog } from '../later.ts';

type Props = {
  profile: Profile;
  /** Whether signing in is the next step: then it is the one primary button. */
  isNext: boolean;
  isStarting: boolean;
  onSignIn: () => void;
};

/** "Sign in", and behind the arrow every other way. A profile of a client alone gets a token instead. */
export function SignInSplit({ profile, isNext, isStarting, onSignIn }: Props) {
  const [isLeaving, setLeaving] = useState(false);
  const tone = isNext ? 'primary' : '';
  const main = (
    <Button class={tone} busy={isStarting} shortcut="s" onPress={onSignIn}>
      {profile.responseType === '' ? 'Get token' : 'Sign in'}
    </Button>
  );
  if (profile.responseType === '') return main;
  const arrow = {
    class: `btn icon ${tone}`,
    label: 'More ways to sign in',
    children: <FirstIcon name="down" class="caret" />,
  };
  return (
    <>
      <div class="split">
        {main}
        <Menu label="More ways to sign in" button={arrow}>
          {() => <SignInItems profile={profile} onSignOut={() => setLeaving(true)} />}
        </Menu>
      </div>
      {isLeaving && <SignOutDialog profile={profile} onClose={() => setLeaving(false)} />}
    </>
  );
}

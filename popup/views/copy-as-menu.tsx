import type { Capture, Profile, TokenName } from '../../src/protocol/records.ts';
import { Icon } from '../parts/icon.tsx';
import { Menu } from '../parts/menu.tsx';
import { CopyAsItems } from './later.ts';

type Props = {
  capture: Capture;
  profile: Profile;
  shown: TokenName;
  now: number;
  /** Why the tokens are not to be sent anywhere. */
  outOfUse: string | undefined;
  late?: boolean;
};

/** The button behind which the forms of a token are; an expired token leaves less room for it. */
export function CopyAsMenu({ late = false, ...source }: Props) {
  const button = late
    ? { class: 'btn icon', label: 'Copy as and more', children: <Icon name="more" /> }
    : {
        class: 'btn',
        children: (
          <>
            Copy as…
            <Icon name="down" class="caret" />
          </>
        ),
      };
  return (
    <Menu label="Copy as" button={button}>
      {() => <CopyAsItems {...source} />}
    </Menu>
  );
}

import type { Profile } from '../../src/protocol/records.ts';
import { useHost } from '../parts/host-context.ts';
import { Icon, Mark } from '../parts/icon.tsx';
import { Menu, MenuItem } from '../parts/menu.tsx';
import { Text } from '../parts/text.tsx';
import { profileLine } from '../state/provider-words.ts';

type Props = { profiles: Profile[]; active: Profile; withMark?: boolean; onRegister: () => void };

export function ProfileSwitch({ profiles, active, withMark, onRegister }: Props) {
  const host = useHost();
  const content = (
    <>
      <span class="sr-only">Profile</span>
      {withMark && <Mark />}
      <b class="cut">
        <Text>{active.name}</Text>
      </b>
      <small class="cut">{profileLine(active)}</small>
      <Icon name="down" class="caret" />
    </>
  );
  return (
    <Menu label="Profiles" button={{ class: 'switch', children: content }}>
      {() => (
        <>
          {profiles.map((profile) => (
            <MenuItem
              key={profile.id}
              checked={profile.id === active.id}
              onChoose={() => void host.activeProfile.set(profile.id)}
            >
              <Text>{profile.name}</Text>
            </MenuItem>
          ))}
          <hr />
          <MenuItem onChoose={onRegister}>Register a callback</MenuItem>
        </>
      )}
    </Menu>
  );
}

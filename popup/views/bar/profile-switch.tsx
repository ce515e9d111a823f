import type { Profile } from '../../../src/protocol/records.ts';
import { FirstIcon, Mark } from '../../parts/first-icon.tsx';
import { useHost } from '../../parts/host-context.ts';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { Text } from '../../parts/text.tsx';
import { profileLine } from '../../state/provider-words.ts';

type Props = {
  profiles: Profile[];
  active: Profile;
  withMark?: boolean;
  onChoose?: ((id: string) => void) | undefined;
  onRegister: () => void;
  /** Where no other way leads there. */
  onPaste?: () => void;
  onEdit?: () => void;
};

export function ProfileSwitch({ profiles, active, withMark, onChoose, onRegister, onPaste, onEdit }: Props) {
  const host = useHost();
  const choose = (id: string) => {
    void host.activeProfile.set(id);
    onChoose?.(id);
  };
  const content = (
    <>
      <span class="sr-only">Profile</span>
      {withMark && <Mark />}
      <b class="cut">
        <Text>{active.name}</Text>
      </b>
      <small class="cut">{profileLine(active)}</small>
      <FirstIcon name="down" class="caret" />
    </>
  );
  return (
    <Menu label="Profiles" button={{ class: 'switch', children: content }}>
      {() => (
        <>
          {profiles.map((profile) => (
            <MenuItem key={profile.id} checked={profile.id === active.id} onChoose={() => choose(profile.id)}>
              <Text>{profile.name}</Text>
            </MenuItem>
          ))}
          <hr />
          {onEdit && <MenuItem onChoose={onEdit}>Edit this profile</MenuItem>}
          <MenuItem onChoose={onRegister}>Register a callback</MenuItem>
          {onPaste && <MenuItem onChoose={onPaste}>Paste a token</MenuItem>}
        </>
      )}
    </Menu>
  );
}

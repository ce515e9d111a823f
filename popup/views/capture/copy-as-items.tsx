import { type CopyFormatId, copyFormats } from '../../../src/handover/copy-formats.ts';
import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import { MenuGroup, MenuItem } from '../../parts/menu.tsx';
import { useCopy } from '../../parts/say.ts';
import { tryCopyAs } from '../../state/token/copy-format.ts';
import { lateWords } from '../../state/token/late-words.ts';
import { lifetimeOf } from '../../state/token/lifetime.ts';

export type CopyAsProps = {
  capture: Capture;
  profile: Profile;
  shown: TokenName;
  now: number;
  /** Why the tokens are not to be sent anywhere. */
  outOfUse: string | undefined;
};

const groups = ['Commands', 'Pieces'] as const;

/** The forms a token can be handed over in. One that is expired is said to be, before and after. */
export function CopyAsItems({ capture, profile, shown, now, outOfUse }: CopyAsProps) {
  const copy = useCopy();
  const lateness = (id: CopyFormatId) => {
    const name: TokenName = id.startsWith('curl') ? 'access_token' : shown;
    return lateWords(name, lifetimeOf(capture, profile, name, now), now);
  };
  const heading = (group: string) => {
    const words = lateness(group === 'Commands' ? 'curl_api' : 'token');
    return words ? `${group}. ${words.replace(/[.:] .*|\.$/, '')}` : group;
  };
  return (
    <>
      {groups.map((group) => (
        <MenuGroup key={group} label={heading(group)}>
          {copyFormats
            .filter((format) => format.group === group)
            .map(({ id, label }) => {
              const made = tryCopyAs(id, { capture, profile, shown });
              const words = lateness(id);
              const unless = made.ok ? group === 'Commands' && outOfUse : made.reason;
              const said = words ? { seen: `${words} Copied anyway.`, spoken: '' } : undefined;
              return (
                <MenuItem
                  key={id}
                  unless={unless || undefined}
                  onChoose={() => made.ok && void copy(made.text, made.what, { said, isSecret: id !== 'claims' })}
                >
                  {label}
                </MenuItem>
              );
            })}
        </MenuGroup>
      ))}
    </>
  );
}

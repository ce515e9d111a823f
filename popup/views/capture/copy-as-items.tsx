import { Fragment } from 'preact';
import { shells as rules, shellNames } from '../../../src/handover/shells.ts';
import { envName } from '../../../src/handover/token-words.ts';
import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import { defaultSettings, type Settings, shells } from '../../../src/protocol/records.ts';
import { useHost } from '../../parts/host-context.ts';
import { MenuGroup, MenuItem } from '../../parts/menu.tsx';
import { MenuChoice } from '../../parts/menu-choice.tsx';
import { useCopy } from '../../parts/use-copy.ts';
import { useRead } from '../../parts/world-context.ts';
import { type CopyItem, copyGroups } from '../../state/token/copy-items.ts';

export type CopyAsProps = {
  capture: Capture;
  profile: Profile;
  shown: TokenName;
  now: number;
  /** Why the tokens are not to be sent anywhere. */
  outOfUse: string | undefined;
};

/** The forms a token can be handed over in, and the shell they are for. One that is expired is said to be, before and after. */
export function CopyAsItems({ capture, profile, shown, now, outOfUse }: CopyAsProps) {
  const host = useHost();
  const { settings } = useRead();
  const { copyShell: shell, copyFromEnv: fromEnv } = { ...defaultSettings, ...settings };
  const change = (changed: Partial<Settings>) => void host.settings.update((stored) => ({ ...stored, ...changed }));
  return (
    <>
      {copyGroups({ capture, profile, shown, shell, fromEnv }, now).map(({ title, hint, late, items }) => (
        <Fragment key={title}>
          <MenuGroup label={late ? `${title}. ${late.replace(/[.:] .*|\.$/, '')}` : title} hint={hint}>
            {items.map((item) => (
              <FormItem key={item.id} item={item} unless={title === 'Commands' ? outOfUse : undefined} />
            ))}
          </MenuGroup>
          <hr />
        </Fragment>
      ))}
      <MenuGroup label="Shell">
        {shells.map((name) => (
          <MenuChoice key={name} kind="radio" isOn={name === shell} onChoose={() => change({ copyShell: name })}>
            {shellNames[name]}
          </MenuChoice>
        ))}
      </MenuGroup>
      <hr />
      <MenuChoice kind="checkbox" isOn={fromEnv} onChoose={() => change({ copyFromEnv: !fromEnv })}>
        Commands read {rules[shell].fromEnv('', envName('access_token')).slice(1, -1)}
      </MenuChoice>
    </>
  );
}

function FormItem({ item, unless }: { item: CopyItem; unless: string | undefined }) {
  const copy = useCopy();
  const { label, made, hint, code, late, note } = item;
  const said = late ? { seen: `${late} Copied anyway.`, spoken: '' } : undefined;
  return (
    <MenuItem
      unless={made.ok ? unless : made.reason}
      onChoose={() => made.ok && void copy(made.text, made.what, { said, note, isSecret: made.holds !== undefined })}
    >
      {label} {hint && <span>{hint}</span>}
      {code && (
        <span class="code" aria-hidden="true">
          {code}
        </span>
      )}
    </MenuItem>
  );
}

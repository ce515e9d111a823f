import { useState } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { Icon } from '../../parts/icon.tsx';
import { Menu, MenuGroup, MenuItem } from '../../parts/menu.tsx';
import { useRead } from '../../parts/world-context.ts';
import { shownCaptures } from '../../state/capture/shown-captures.ts';
import { type ExportFormat, formatNames } from '../../state/export/export-words.ts';
import { ExportDialog } from './export-dialog.tsx';
import { ExportFullDialog } from './export-full-dialog.tsx';

type Props = {
  /** What is to be exported. */
  captures: readonly Capture[];
  profiles: readonly Profile[];
};

type Asked = { captures: readonly Capture[]; format: ExportFormat | 'full' };

const formats: readonly ExportFormat[] = ['json', 'markdown'];

/** The button behind which the forms of an export are: redacted ones, and apart from them everything. */
export function ExportMenu({ captures, profiles }: Props) {
  const [asked, setAsked] = useState<Asked>();
  // of another kind of window only what is shown here
  const all = shownCaptures(useRead()) ?? [];
  const scopes = [
    { label: captures.length === 1 ? 'This login' : `These ${captures.length} logins`, some: captures },
    ...(all.length > captures.length ? [{ label: `All ${all.length} logins`, some: all }] : []),
  ];
  const close = () => setAsked(undefined);
  return (
    <>
      <Menu
        label="Export"
        button={{
          class: 'btn',
          children: (
            <>
              Export…
              <Icon name="down" class="caret" />
            </>
          ),
        }}
      >
        {() => (
          <>
            {scopes.map(({ label, some }) => (
              <MenuGroup key={label} label={`${label}, redacted`}>
                {formats.map((format) => (
                  <MenuItem key={format} onChoose={() => setAsked({ captures: some, format })}>
                    {formatNames[format]}…
                  </MenuItem>
                ))}
              </MenuGroup>
            ))}
            <hr />
            <MenuGroup label="Not redacted">
              <MenuItem onChoose={() => setAsked({ captures, format: 'full' })}>Everything, tokens included…</MenuItem>
            </MenuGroup>
          </>
        )}
      </Menu>
      {asked?.format === 'full' && (
        <ExportFullDialog scopes={scopes.map(({ some }) => some)} profiles={profiles} onClose={close} />
      )}
      {asked && asked.format !== 'full' && (
        <ExportDialog captures={asked.captures} profiles={profiles} format={asked.format} onClose={close} />
      )}
    </>
  );
}

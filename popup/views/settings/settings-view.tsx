import { defaultSettings } from '../../../src/protocol/records.ts';
import type { World } from '../../state/world.ts';
import { SettingsClipboard } from './settings-clipboard.tsx';
import { SettingsForget } from './settings-forget.tsx';
import { SettingsFresh } from './settings-fresh.tsx';
import { SettingsGrants } from './settings-grants.tsx';
import { SettingsHeld } from './settings-held.tsx';
import { SettingsKeeping } from './settings-keeping.tsx';
import { SettingsKeys } from './settings-keys.tsx';
import { SettingsSent } from './settings-sent.tsx';
import { SettingsSync } from './settings-sync.tsx';
import { useSettings } from './use-settings.ts';

/** The page "Settings": what is stored, what may be seen and what was sent, and beside it what can be chosen about it. */
export function SettingsView({ world }: { world: World }) {
  const form = useSettings({ ...defaultSettings, ...world.settings });
  if (world.settings === undefined) return null;
  return (
    <>
      <div class="title">
        <h1>Settings</h1>
        <p>For this browser, whatever the profile. What you change here takes effect at once.</p>
      </div>
      <div class="cols ruled">
        <div>
          <SettingsHeld world={world} />
          <SettingsGrants form={form} profiles={world.profiles ?? []} />
          <SettingsSent />
        </div>
        <div class="preview">
          <form class="editor" aria-label="Settings" onSubmit={(event) => event.preventDefault()}>
            <SettingsForget world={world} />
            <SettingsKeeping form={form} />
            <SettingsFresh form={form} />
            <SettingsClipboard form={form} />
            <SettingsKeys form={form} />
            <SettingsSync form={form} />
          </form>
        </div>
      </div>
    </>
  );
}

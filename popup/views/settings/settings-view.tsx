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

/** The page "Settings": what is kept for how long, what is copied how, and what the browser is asked for it. */
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
        <form class="editor" aria-label="Settings" onSubmit={(event) => event.preventDefault()}>
          <SettingsFresh form={form} />
          <SettingsKeeping form={form} />
          <SettingsClipboard form={form} />
          <SettingsKeys form={form} />
          <SettingsSync form={form} />
          <SettingsForget world={world} />
        </form>
        <div class="preview">
          <SettingsHeld world={world} />
          <SettingsGrants form={form} />
          <SettingsSent />
        </div>
      </div>
    </>
  );
}

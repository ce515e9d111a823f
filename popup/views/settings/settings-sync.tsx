import { Choice } from '../../parts/choice.tsx';
import { useItem } from '../../parts/use-item.ts';
import { useSettingsHost } from '../../parts/use-settings-host.ts';
import { syncWords } from '../../state/profile/profile-sync-words.ts';
import { StillSynced } from './still-synced.tsx';
import type { SettingsForm } from './use-settings.ts';

/** Whether profiles go along with the browser's own sync. */
export function SettingsSync({ form: { settings, change } }: { form: SettingsForm }) {
  const said = syncWords(useItem(useSettingsHost().syncState));
  return (
    <fieldset class="group">
      <legend>Other devices</legend>
      <div class="field">
        <Choice
          id="settings-sync"
          label="Take profiles along with the browser’s sync"
          isOn={settings.syncProfiles}
          onChange={(syncProfiles) => change({ syncProfiles })}
          why="What goes: your own profiles, with names, addresses, client ids, scopes and parameters, to the account that this browser syncs with. Without such an account they stay here."
          price="What never goes: tokens, captures, client secrets, these settings, and profiles that a policy gives."
        />
        <p class="verdict" role="status" data-tone={said?.tone}>
          {said?.text}
        </p>
        <StillSynced isOn={settings.syncProfiles} />
      </div>
    </fieldset>
  );
}

import { Icon } from '../../parts/icon.tsx';
import type { SettingGrant } from '../../state/settings/settings-grants.ts';
import type { SettingsForm } from './use-settings.ts';

/** What came of a question to the browser, below the setting that asked. It is there before it speaks, so that it is read out. */
export function SettingsSaid({ form: { said }, about }: { form: SettingsForm; about: SettingGrant }) {
  const words = said?.about === about ? said.words : undefined;
  return (
    <output class="result" data-tone={words && 'skip'}>
      {words && <Icon name="info" />}
      {words && <span>{words}</span>}
    </output>
  );
}

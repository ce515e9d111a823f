import { useEffect, useState } from 'preact/hooks';
import { Pick } from '../../parts/pick.tsx';
import { useSettingsHost } from '../../parts/use-settings-host.ts';
import { freshChoices } from '../../state/settings/settings-choices.ts';
import type { SettingsForm } from './use-settings.ts';

/** How long a token must still be good for “Fresh token” to copy it, and the keys that ask for one. */
export function SettingsFresh({ form: { settings, change } }: { form: SettingsForm }) {
  const { shortcutsPlace } = useSettingsHost().traits;
  const keys = useKeys();
  return (
    <fieldset class="group">
      <legend>Fresh token</legend>
      <Pick
        id="settings-fresh"
        label="Copy the access token at hand while it is good for over"
        choices={freshChoices(settings.freshMinutes)}
        value={settings.freshMinutes}
        onChange={(freshMinutes) => change({ freshMinutes })}
        hint="With less left, “Fresh token” gets another one by the shortest way that works: a refresh, the provider’s session, a sign-in."
      />
      {keys !== undefined && (
        <div class="field">
          <b>Keyboard shortcut for “Fresh token”</b>
          <p>{keys === '' ? 'None is set.' : <Keys keys={keys} />}</p>
          <small>
            It works on every page and uses the profile in front. {keys === '' ? 'Set' : 'Change'} it at{' '}
            <code>{shortcutsPlace}</code>.
          </small>
        </div>
      )}
    </fieldset>
  );
}

function Keys({ keys }: { keys: string }) {
  return (
    <span class="row">
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

/** The keys as the browser has them; undefined until it has answered, or where it has no such command. */
function useKeys(): string | undefined {
  const host = useSettingsHost();
  const [keys, setKeys] = useState<string>();
  useEffect(() => {
    const left = new AbortController();
    const tell = (answer: string | undefined) => {
      if (!left.signal.aborted) setKeys(answer);
    };
    host.shortcut().then(tell, () => tell(undefined));
    return () => left.abort();
  }, [host]);
  return keys;
}

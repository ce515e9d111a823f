import { Choice } from '../../parts/choice.tsx';
import { Pick } from '../../parts/pick.tsx';
import { useSettingsHost } from '../../parts/use-settings-host.ts';
import { graceChoices } from '../../state/settings/settings-choices.ts';
import { needed } from '../../state/settings/settings-grants.ts';
import { SettingsSaid } from './settings-said.tsx';
import type { SettingsForm } from './use-settings.ts';

/** How long captures stay in memory. */
export function SettingsKeeping({ form }: { form: SettingsForm }) {
  const { tellsLock } = useSettingsHost().traits;
  const { settings, held, change, allow, giveBack } = form;
  return (
    <fieldset class="group">
      <legend>Captures</legend>
      <Pick
        id="settings-grace"
        label="Forget captures"
        choices={graceChoices(settings.graceMinutes)}
        value={settings.graceMinutes}
        onChange={(graceMinutes) => change({ graceMinutes })}
        hint="ID token and access token count, whichever expires last; where neither says when, one hour. A refresh token does not prolong it: it goes with its capture. When the browser closes everything goes in any case."
      />
      <div class="field">
        <Choice
          id="settings-lock"
          label="Forget every token when the screen is locked"
          isOn={tellsLock && settings.purgeOnLock && held.idle === true}
          isDisabled={!tellsLock}
          onChange={(isOn) => void (isOn ? allow(needed.lock, { purgeOnLock: true }) : giveBack(needed.lock))}
          why={
            tellsLock
              ? 'Captures, logins under way and client secrets go from memory. The next popup says how many captures went.'
              : 'Firefox does not tell extensions that the screen was locked, so that this cannot work here. Use “Forget everything” before you leave.'
          }
          price={
            tellsLock ? (
              <>
                Needs <code>idle</code>, for which the browser has no words of its own.
              </>
            ) : undefined
          }
        />
        <SettingsSaid form={form} about="idle" />
      </div>
    </fieldset>
  );
}

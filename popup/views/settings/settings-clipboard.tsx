import { Choice } from '../../parts/choice.tsx';
import { Pick } from '../../parts/pick.tsx';
import { clearChoices } from '../../state/settings/settings-choices.ts';
import { grantPrompts, needed } from '../../state/settings/settings-grants.ts';
import { SettingsSaid } from './settings-said.tsx';
import type { SettingsForm } from './use-settings.ts';

/** What may write to the clipboard without a popup, and when it is cleared. */
export function SettingsClipboard({ form }: { form: SettingsForm }) {
  const { settings, held, change, allow, giveBack } = form;
  const isAbleToClear = held.clipboardRead === true && held.clipboardWrite === true;
  const clearAfter = isAbleToClear ? settings.clearClipboardAfter : 0;
  const setClearing = (clearClipboardAfter: number) => {
    if (clearClipboardAfter === 0) void giveBack(['clipboardRead']);
    else if (isAbleToClear) change({ clearClipboardAfter });
    else void allow(needed.clearing, { clearClipboardAfter });
  };
  return (
    <fieldset class="group">
      <legend>Clipboard</legend>
      <div class="field">
        <Choice
          id="settings-command"
          label="Let the keyboard shortcut for “Fresh token” copy without a popup"
          isOn={held.clipboardWrite === true}
          onChange={(isOn) => void (isOn ? allow(needed.command) : giveBack(needed.command))}
          why="Without it the popup opens, and copies."
          price={
            <>
              Needs <code>clipboardWrite</code>. The browser calls it “{grantPrompts.clipboardWrite}”.
            </>
          }
        />
        <SettingsSaid form={form} about="clipboardWrite" />
      </div>
      <Pick
        id="settings-clear"
        label="Clear the clipboard"
        choices={clearChoices(clearAfter)}
        value={clearAfter}
        onChange={setClearing}
        hint={
          <>
            By itself only if it still holds what Claimcheck put there. For that it has to be read: needs{' '}
            <code>clipboardRead</code> and <code>clipboardWrite</code>, “{grantPrompts.clipboardRead}” and “
            {grantPrompts.clipboardWrite}”. “Clear now” stands beside what was copied and needs neither.
          </>
        }
      >
        <SettingsSaid form={form} about="clipboardRead" />
      </Pick>
    </fieldset>
  );
}

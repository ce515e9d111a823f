import { Choice } from '../../parts/choice.tsx';
import type { SettingsForm } from './use-settings.ts';

/** Whether keys without a modifier press buttons: who speaks to the computer, or slips, can do without. */
export function SettingsKeys({ form: { settings, change } }: { form: SettingsForm }) {
  return (
    <fieldset class="group">
      <legend>Keyboard</legend>
      <div class="field">
        <Choice
          id="settings-keys"
          label="Single keys press buttons"
          isOn={settings.singleKeys}
          onChange={(singleKeys) => change({ singleKeys })}
          why={
            <>
              In the popup and on this page: <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> show a token, <kbd>c</kbd> copies
              it, <kbd>u</kbd> calls userInfo, <kbd>s</kbd> signs in, <kbd>/</kbd> searches or filters, <kbd>?</kbd>{' '}
              lists the keys.
            </>
          }
          price="Switch them off where you speak to the computer, or often hit a key by mistake. Tab and the arrow keys reach everything without them."
        />
      </div>
    </fieldset>
  );
}

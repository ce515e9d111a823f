import { Icon } from '../../parts/icon.tsx';
import { useSettingsHost } from '../../parts/use-settings-host.ts';
import {
  type GrantState,
  grantPrompts,
  grantState,
  type SettingGrant,
  settingGrants,
} from '../../state/settings/settings-grants.ts';
import type { SettingsForm } from './use-settings.ts';

/** The permissions that settings ask for: the browser's words, how each stands, and a way to give it back. */
export function SettingsGrants({ form }: { form: SettingsForm }) {
  const { tellsLock } = useSettingsHost().traits;
  return (
    <section aria-labelledby="settings-ask-h">
      <div class="head ruled">
        <h2 id="settings-ask-h">What the browser is asked</h2>
      </div>
      <p class="aside">
        The words in quotation marks are the browser’s. What a profile needs stands beside the profile.
      </p>
      <ul class="checks ruled">
        {settingGrants
          .filter((name) => name !== 'idle' || tellsLock)
          .map((name) => (
            <Row key={name} name={name} form={form} />
          ))}
      </ul>
      <p class="aside ruled">
        “Give back” takes a permission from Claimcheck at once, and turns off what cannot work without it.
      </p>
    </section>
  );
}

const words: Record<GrantState, string> = { granted: 'Granted', will_ask: 'Will ask', taken_back: 'Taken back' };

const uses: Record<SettingGrant, string> = {
  idle: 'No words of its own. Claimcheck is told that the screen was locked.',
  clipboardWrite: 'Puts a token on the clipboard without a popup, and clears the clipboard.',
  clipboardRead: 'Looks whether the clipboard still holds what Claimcheck put there, before it is cleared.',
};

function Row({ name, form: { settings, held, allow, giveBack } }: { name: SettingGrant; form: SettingsForm }) {
  const isGranted = held[name];
  if (isGranted === undefined) return null;
  const state = grantState(name, isGranted, settings);
  const prompt = grantPrompts[name];
  return (
    <li data-tone={tones[state]}>
      <Icon name={state === 'granted' ? 'pass' : state === 'taken_back' ? 'warn' : 'info'} />
      <code>{name}</code>
      <span class="verdict">{words[state]}</span>
      <p>
        {prompt !== undefined && `“${prompt}”. `}
        {uses[name]}
      </p>
      {state !== 'will_ask' && (
        <div class="row">
          {state === 'granted' ? (
            <button type="button" class="btn small" onClick={() => void giveBack([name])}>
              Give back {name}
            </button>
          ) : (
            <button type="button" class="btn small" onClick={() => void allow([name])}>
              Allow {name} again
            </button>
          )}
        </div>
      )}
    </li>
  );
}

const tones: Record<GrantState, 'pass' | 'skip' | 'warn'> = { granted: 'pass', will_ask: 'skip', taken_back: 'warn' };

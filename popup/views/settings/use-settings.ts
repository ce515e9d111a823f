import { useState } from 'preact/hooks';
import type { Settings } from '../../../src/protocol/records.ts';
import { NewerStorage } from '../../../src/store/newer-storage.ts';
import { useGranted, useHost } from '../../parts/host-context.ts';
import { type SettingGrant, withoutGrant } from '../../state/settings/settings-grants.ts';

/** Whether the browser grants each; undefined until it has answered. */
export type Held = Record<SettingGrant, boolean | undefined>;

export type SettingsForm = {
  settings: Settings;
  held: Held;
  /** What came of the last question to the browser, where it is to be said. */
  said: { about: SettingGrant; words: string } | undefined;
  change: (changed: Partial<Settings>) => void;
  /** Asks the browser, then changes. Must be called straight from a click. */
  allow: (names: readonly SettingGrant[], changed?: Partial<Settings>) => Promise<void>;
  /** Gives permissions back; what cannot work without them is off. */
  giveBack: (names: readonly SettingGrant[]) => Promise<void>;
};

/** The settings and the permissions they count on. Each change takes effect at once. */
export function useSettings(settings: Settings): SettingsForm {
  const host = useHost();
  const [said, setSaid] = useState<SettingsForm['said']>();
  const held: Held = {
    idle: useGranted({ permissions: ['idle'] }),
    clipboardWrite: useGranted({ permissions: ['clipboardWrite'] }),
    clipboardRead: useGranted({ permissions: ['clipboardRead'] }),
  };
  const change = async (changed: Partial<Settings>) => {
    await host.settings.update((stored) => ({ ...stored, ...changed }));
  };
  return {
    settings,
    held,
    said,
    change: (changed) => void change(changed),
    async allow(names, changed = {}) {
      const added = names.filter((name) => held[name] !== true);
      const isAllowed = await host.permissions.request({ permissions: [...names] }).catch(() => false);
      if (isAllowed) {
        await change(changed).catch(async (error) => {
          // what is not used is not kept
          await host.permissions.remove({ permissions: added });
          throw error;
        });
      }
      // said anew each time, so that the field goes back to what is stored
      const [about] = names;
      const words = 'The browser did not allow it. Choose it again to be asked once more.';
      setSaid(isAllowed || about === undefined ? undefined : { about, words });
    },
    async giveBack(names) {
      for (const name of names) {
        await change(withoutGrant(name)).catch((error) => {
          // a setting that a newer version keeps is no reason to keep a permission
          if (!(error instanceof NewerStorage)) throw error;
        });
      }
      const isGone = await host.permissions.remove({ permissions: [...names] });
      const [about] = names;
      const words = 'The browser did not take it back. Try once more.';
      setSaid(isGone || about === undefined ? undefined : { about, words });
    },
  };
}

import { useState } from 'preact/hooks';
import { ConfirmDialog } from '../../parts/dialog.tsx';
import { useHost } from '../../parts/host-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { forgottenWords } from '../../state/settings/settings-forget.ts';
import type { World } from '../../state/world.ts';
import { SettingsEmptyDisk } from './settings-empty-disk.tsx';

/** “Forget everything”, and the dialog that names what goes and what stays. */
export function SettingsForget({ world }: { world: World }) {
  const { captures = [], privateCaptures = [], logins = [] } = world;
  const host = useHost();
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const forget = async () => {
    const silent = {
      ok: false,
      reason: 'The extension did not answer. Reload it on the browser’s extensions page.',
    } as const;
    const outcome = await host.send({ type: 'forgetEverything' }).catch(() => silent);
    setSaid(outcome.ok ? 'Forgotten. Profiles and settings stay.' : `Nothing was forgotten. ${outcome.reason}`);
  };
  const open = logins.filter(({ ended }) => !ended);
  return (
    <fieldset class="group">
      <legend>Memory</legend>
      <div class="field">
        <p class="meaning">
          Tokens and codes are held in memory alone and go with the browser. You can have them go now.
        </p>
        <div class="row">
          <button type="button" class="btn" onClick={() => setAsking(true)}>
            <Icon name="bin" />
            Forget everything
          </button>
          <output class="say">{said}</output>
        </div>
      </div>
      {world.isReadOnly && (
        <SettingsEmptyDisk onDone={() => setSaid('Forgotten, on disk too. Begin with a new profile.')} />
      )}
      {isAsking && (
        <ConfirmDialog
          heading="Forget everything?"
          confirm="Forget everything"
          onConfirm={() => void forget()}
          onClose={() => setAsking(false)}
        >
          <div class="notes">
            <p>{forgottenWords(captures.length + privateCaptures.length, open.length)}</p>
            <p>
              Profiles, settings and client secrets that lie encrypted on disk stay. What you copied stays on the
              clipboard, unless it was to be cleared in a while: then it is cleared now. The tokens stay good until they
              expire.
            </p>
          </div>
        </ConfirmDialog>
      )}
    </fieldset>
  );
}

import { useState } from 'preact/hooks';
import { ConfirmDialog } from '../../parts/dialog.tsx';
import { useHost } from '../../parts/host-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { unanswered } from '../../state/capture/unanswered.ts';

/** The way out where a newer version wrote what lies on disk and there is none to be had: all of it goes. */
export function SettingsEmptyDisk({ onDone }: { onDone: () => void }) {
  const host = useHost();
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const forget = async () => {
    const outcome = await host.send({ type: 'forgetEverything', onDisk: true }).catch(() => unanswered);
    if (outcome.ok) onDone();
    else setSaid(`It was not forgotten. ${outcome.reason}`);
  };
  return (
    <div class="field">
      <p class="meaning">
        A newer Claimcheck wrote what lies on disk. Where you cannot update, you can begin anew with this one.
      </p>
      <div class="row">
        <button type="button" class="btn" onClick={() => setAsking(true)}>
          <Icon name="bin" />
          Forget everything, on disk too
        </button>
        <output class="say">{said}</output>
      </div>
      {isAsking && (
        <ConfirmDialog
          heading="Forget everything, on disk too?"
          confirm="Forget it all"
          onConfirm={() => void forget()}
          onClose={() => setAsking(false)}
        >
          <div class="notes">
            <p>
              All your own profiles go, also those that this version cannot read, with settings, client secrets that lie
              encrypted on disk, whatever else the newer version stored there, and all that is in memory. Nothing on
              this computer brings them back. What the browser’s account holds of profiles stays there.
            </p>
          </div>
        </ConfirmDialog>
      )}
    </div>
  );
}

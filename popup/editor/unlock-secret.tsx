import { useId, useState } from 'preact/hooks';
import type { Outcome } from '../../src/messages.ts';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { Note } from '../parts/note.tsx';
import { HiddenInput } from './hidden-input.tsx';
import { Result } from './result.tsx';
import { useSecret } from './use-secret.ts';

type Props = {
  host: Pick<Host, 'send' | 'clientSecrets' | 'keptSecrets'>;
  profile: Pick<Profile, 'id'>;
  /** The level of the heading; 3 unless it stands right below that of the page. */
  level?: 2 | 3;
  /** What waits for it, in place of the words that it is locked. */
  waiting?: { heading: string; text: string };
  onUnlocked?: () => void;
};

/** Asks for the passphrase of a client secret that lies encrypted on disk. Nothing where none is locked. */
export function UnlockSecret({ host, profile, level = 3, waiting, onUnlocked }: Props) {
  const id = useId();
  const secret = useSecret(host, profile.id);
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  if (secret !== 'locked') return null;

  const unlock = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem('');
    const outcome = await host
      .send({ type: 'unlockSecret', profileId: profile.id, passphrase })
      .catch((): Outcome => ({ ok: false, reason: 'The extension did not answer. Try again.' }));
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.reason);
    setPassphrase('');
    onUnlocked?.();
  };

  return (
    <Note tone="warn" icon="lock" heading={waiting?.heading ?? 'The client secret is locked'} level={level}>
      {waiting && <p>{waiting.text}</p>}
      <p>It lies encrypted on disk. Once unlocked, it stays so until the browser closes.</p>
      <div class="field">
        <label for={id}>Passphrase</label>
        <HiddenInput
          what="the passphrase"
          attributes={{
            id,
            autocomplete: 'off',
            'aria-invalid': problem !== '',
            'aria-describedby': `${id}-says`,
            onKeyDown: (event) => {
              // the field may stand in a form that saves a profile
              if (event.key !== 'Enter') return;
              event.preventDefault();
              void unlock();
            },
          }}
          value={passphrase}
          onValue={setPassphrase}
          buttons={
            <button type="button" class="btn small" aria-busy={isBusy || undefined} onClick={() => void unlock()}>
              Unlock
            </button>
          }
        >
          <Result id={`${id}-says`} tone={problem ? 'fail' : undefined}>
            {problem}
          </Result>
        </HiddenInput>
      </div>
    </Note>
  );
}

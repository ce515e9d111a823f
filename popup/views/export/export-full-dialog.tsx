import { useState } from 'preact/hooks';
import { exportFull } from '../../../src/handover/export-file.ts';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { ConfirmDialog } from '../../parts/dialog.tsx';
import { useHost } from '../../parts/host-context.ts';
import { saveFile } from '../../parts/save-file.ts';
import { fileNameOf, formatTypes, fullWords, loginsOf } from '../../state/export/export-words.ts';

type Props = {
  /** What may be exported: the login that is shown, and where there are more, all of them. */
  scopes: (readonly Capture[])[];
  profiles: readonly Profile[];
  onClose: () => void;
};

/** Says what a file with everything in it gives away, before it is made. */
export function ExportFullDialog({ scopes, profiles, onClose }: Props) {
  const host = useHost();
  const [chosen, setChosen] = useState(0);
  const captures = scopes[chosen] ?? [];
  const save = () => {
    const { text } = exportFull(captures, profiles, host.now());
    saveFile(fileNameOf(captures.length, host.now(), 'json', false), text, formatTypes.json);
  };
  return (
    <ConfirmDialog
      heading="Export with everything in it?"
      confirm="Export with tokens"
      keep="Keep it here"
      onConfirm={save}
      onClose={onClose}
    >
      {scopes.length > 1 && (
        <fieldset class="row">
          <legend class="sr-only">What is exported</legend>
          {scopes.map((some, at) => (
            <label key={at}>
              <input type="radio" name="export-scope" checked={at === chosen} onChange={() => setChosen(at)} />{' '}
              {at === 0 ? 'This login' : `All ${loginsOf(some.length)}`}
            </label>
          ))}
        </fieldset>
      )}
      <ul>
        {fullWords(captures, host.now()).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>To show it to somebody, export it redacted.</p>
    </ConfirmDialog>
  );
}

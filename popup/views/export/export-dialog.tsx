import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { exportMarkdown } from '../../../src/handover/export-markdown.ts';
import { receiptLines } from '../../../src/handover/redaction/receipt-lines.ts';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { Button } from '../../parts/button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { useHost } from '../../parts/host-context.ts';
import { saveFile } from '../../parts/save-file.ts';
import { Text } from '../../parts/text.tsx';
import { claimsIn, maskedAtFirst } from '../../state/export/claims-in.ts';
import { type ExportFormat, fileNameOf, formatNames, formatTypes, loginsOf } from '../../state/export/export-words.ts';
import { ExportPreview } from './export-preview.tsx';
import { MaskedClaims } from './masked-claims.tsx';
import { useRedacted } from './use-redacted.ts';

type Props = { captures: readonly Capture[]; profiles: readonly Profile[]; format: ExportFormat; onClose: () => void };

/** A redacted export before it leaves: which claims are masked, and what else was removed. */
export function ExportDialog({ captures: now, profiles, format, onClose }: Props) {
  const host = useHost();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // what comes meanwhile is not what was looked through
  const [captures] = useState(now);
  const claims = useMemo(() => claimsIn(captures), [captures]);
  const [masked, setMasked] = useState(() => maskedAtFirst(claims));
  const [saved, setSaved] = useState('');
  const made = useRedacted(captures, profiles, masked);
  const text = made && (format === 'json' ? made.text : exportMarkdown(made.content));
  const receipt = made?.content.receipt;
  const busy = made ? undefined : 'It is being redacted.';
  useEffect(() => dialog.current?.showModal(), []);
  const save = () => {
    if (text === undefined) return;
    const name = fileNameOf(captures.length, host.now(), format, true);
    saveFile(name, text, formatTypes[format]);
    setSaved(`Handed to the browser as ${name}.`);
  };
  return (
    <dialog ref={dialog} class="export" aria-labelledby={id} onClose={onClose}>
      <div class="head">
        <h2 id={id}>
          Export {loginsOf(captures.length)} as {formatNames[format]}
        </h2>
      </div>
      <p>
        Signatures are cut. Tokens, codes, states and secrets are replaced by marks, equal ones by equal marks, wherever
        they stand.
      </p>
      <MaskedClaims claims={claims} masked={masked} onChange={setMasked} />
      <h3 id={`${id}-removed`}>What is removed</h3>
      <ul aria-labelledby={`${id}-removed`} aria-busy={made ? undefined : true}>
        {receipt && receiptLines(receipt).length === 0 && <li>Nothing: there is no secret in it.</li>}
        {receipt &&
          receiptLines(receipt).map((line) => (
            <li key={line}>
              <Text>{line}</Text>
            </li>
          ))}
      </ul>
      <ExportPreview text={text ?? ''} />
      <div class="row answers">
        <output>{saved}</output>
        <button type="button" class="btn" onClick={() => dialog.current?.close()}>
          Close
        </button>
        {text !== undefined && (
          <CopyButton class="btn" what="Redacted export" text={() => text}>
            Copy
          </CopyButton>
        )}
        <Button class="primary" unless={busy} onPress={save}>
          Save file
        </Button>
      </div>
    </dialog>
  );
}

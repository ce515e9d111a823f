import { useRef, useState } from 'preact/hooks';
import type { Imported } from '../../../src/messages.ts';
import { Button } from '../../parts/button.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { useImport } from './use-import.ts';

type Props = {
  isPrivate: boolean;
  /** Told the ids of the captures that are there now. */
  onImported: (ids: string[]) => void;
};

/** Reads an exported file. */
export function ImportCaptures({ isPrivate, onImported }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const { isReading, takeFile } = useImport(isPrivate);
  const [outcome, setOutcome] = useState<Imported>();
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const taken = await takeFile(file);
    // the same file may be chosen again
    input.value = '';
    if (taken.ok && taken.leftOut.length === 0) onImported(taken.captureIds);
    else setOutcome(taken);
  };
  return (
    <section aria-labelledby="import-h">
      <h2 id="import-h">Open an exported file</h2>
      <p class="muted" id="import-hint">
        Captures out of a file are marked as imported. What the file says of their checks is not believed: they are
        checked anew, and nothing is sent with their tokens unless you ask for it.
      </p>
      <ImportOutcome outcome={outcome} onShow={onImported} />
      <div class="row">
        <Button busy={isReading} onPress={() => picker.current?.click()}>
          Choose a file…
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept="application/json,.json"
          aria-label="Exported file"
          onChange={(event) => void take(event.currentTarget)}
        />
      </div>
    </section>
  );
}

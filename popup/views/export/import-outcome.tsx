import type { Imported } from '../../../src/messages.ts';
import { Note } from '../../parts/note.tsx';
import { Text } from '../../parts/text.tsx';
import { loginsOf } from '../../state/export/export-words.ts';

type Props = { outcome: Imported | undefined; onShow: (ids: string[]) => void };

/** What came of an import that did not bring everything. */
export function ImportOutcome({ outcome, onShow }: Props) {
  if (!outcome) return null;
  if (!outcome.ok) {
    return (
      <Note tone="fail" level={3} role="alert" heading="Nothing was imported">
        <p>
          <Text>{outcome.reason.replace(/^Nothing was imported\. ?/, '')}</Text>
        </p>
      </Note>
    );
  }
  const { captureIds, leftOut } = outcome;
  const imported = loginsOf(captureIds.length);
  return (
    <Note
      tone="warn"
      level={3}
      role="alert"
      heading={`${imported.charAt(0).toUpperCase()}${imported.slice(1)} imported, ${leftOut.length} left out`}
    >
      <ul>
        {leftOut.slice(0, 20).map((words) => (
          <li key={words}>
            <Text>{words}</Text>
          </li>
        ))}
        {leftOut.length > 20 && <li>{leftOut.length - 20} more were left out.</li>}
      </ul>
      <button type="button" class="btn" onClick={() => onShow(captureIds)}>
        Show what was imported
      </button>
    </Note>
  );
}

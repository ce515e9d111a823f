import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { Note } from '../../parts/note.tsx';
import { warningsOf } from '../../state/checks/check-groups.ts';
import { checkLine } from '../../state/checks/check-words.ts';

/** So many are named. Of more, the first. */
const most = 4;

/** All warnings again in one note above the claims, by their headings. What each means stands with the checks. */
export function WarningsNote({ capture, profile }: { capture: Capture; profile: Profile | undefined }) {
  const warnings = warningsOf(capture.verdicts);
  const headings = [...new Set(warnings.map((verdict) => checkLine(verdict, profile).failure ?? verdict.check))];
  const [only] = headings;
  if (only === undefined) return null;
  if (headings.length === 1) {
    return (
      <Note tone="warn" heading={only}>
        <p>
          <a href="#checks-h">What it means</a>
        </p>
      </Note>
    );
  }
  const left = headings.length - most;
  return (
    <Note tone="warn" heading={`${warnings.length} warnings`}>
      <ul class="say">
        {headings.slice(0, most).map((heading) => (
          <li key={heading}>{heading}</li>
        ))}
        {left > 0 && <li>and {left} more</li>}
      </ul>
      <p>
        <a href="#checks-h">What they mean</a>
      </p>
    </Note>
  );
}

import type { Verdict } from '../../../src/protocol/records.ts';
import { Note } from '../../parts/note.tsx';

/** That nobody looked at the signature, above the claims: what they say is only as good as that. */
export function UnsignedNote({ verdict }: { verdict: Verdict }) {
  return (
    <div class="inset notes">
      <Note tone="skip" icon="skip" heading="The signature was not checked">
        <p>{verdict.reason}</p>
        <p>
          <a href="#checks-h">What can be done about it</a>
        </p>
      </Note>
    </div>
  );
}

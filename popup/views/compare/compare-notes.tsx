import type { Unrelated } from '../../../src/protocol/compare/unrelated.ts';
import { Note } from '../../parts/note.tsx';
import { Code } from '../../parts/text.tsx';
import { unrelatedWords } from '../../state/compare/unrelated-words.ts';

/** More of an identifier says nothing. */
const longest = 200;

type Props = { unrelated: readonly Unrelated[]; gone: readonly ('A' | 'B')[] };

/** What to know before reading on: a capture that is gone, two logins that have little to do with each other. */
export function CompareNotes({ unrelated, gone }: Props) {
  return (
    <div class="notes notices" role="status">
      {gone.length > 0 && (
        <Note
          tone="skip"
          heading={gone.length === 2 ? 'A and B are not held any more' : `${gone[0]} is not held any more`}
        >
          <p>Forgotten, or its time was up. Choose another capture in its place.</p>
        </Note>
      )}
      {unrelated.map((one) => {
        const { heading, text } = unrelatedWords(one, unrelated);
        return (
          <Note key={one.what} tone="warn" heading={heading}>
            <p>{text}</p>
            <p>
              A: <Code>{one.a.slice(0, longest)}</Code>
              <br />
              B: <Code>{one.b.slice(0, longest)}</Code>
            </p>
          </Note>
        );
      })}
    </div>
  );
}

import type { Capture } from '../../src/protocol/records.ts';
import { Note } from '../parts/note.tsx';
import { Text } from '../parts/text.tsx';

/** What happened while the answer was taken in, as far as a person must know it. */
export function EventNotes({ events }: { events: Capture['events'] }) {
  const refused = events.filter(({ kind }) => kind === 'refused');
  const isAmbiguous = events.some(({ kind }) => kind === 'ambiguous_profile');
  if (refused.length === 0 && !isAmbiguous) return null;
  return (
    <div class="inset notes">
      {refused.map(({ at, detail }, index) => (
        <Note key={`${at} ${index}`} tone="warn" heading="A token was too long to keep">
          {detail && (
            <p>
              <Text>{detail}</Text>
            </p>
          )}
        </Note>
      ))}
      {isAmbiguous && (
        <Note tone="warn" heading="Several profiles have this callback">
          <p>Nothing in the answer tells them apart, so it stands under the first. Sign in from here to be sure.</p>
        </Note>
      )}
    </div>
  );
}

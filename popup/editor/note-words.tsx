import type { ComponentChildren } from 'preact';
import { Note, type Tone } from '../parts/note.tsx';

type Props = { note: { tone: Tone }; heading: ComponentChildren; children: ComponentChildren };

/** A note of the preview: what it says, and what to do. */
export function NoteWords({ note, heading, children }: Props) {
  return (
    <Note tone={note.tone} heading={heading} level={3}>
      <p>{children}</p>
    </Note>
  );
}

import { isClientAlone } from '../../src/protocol/needs.ts';
import type { Draft } from '../state/profile/profile-draft.ts';

import { findNotes } from '../state/profile/profile-notes.ts';
import type { SecretState } from '../state/profile/profile-secret.ts';
import { ProfileNoteWords } from './profile-note-words.tsx';

type Props = { draft: Draft; secret: SecretState | undefined; onSwitch: (() => void) | undefined };

/** What to know before the first sign-in. `onSwitch` changes to the code flow. */
export function NotesPreview({ draft, secret, onSwitch }: Props) {
  const isAlone = isClientAlone(draft);
  return (
    <section aria-labelledby="profile-notes-h">
      <div class="head ruled">
        <h2 id="profile-notes-h">{isAlone ? 'Before you get a token' : 'Before you sign in'}</h2>
      </div>
      <div class="notes pad">
        {findNotes(draft, secret).map((note) => (
          <ProfileNoteWords note={note} onSwitch={onSwitch} key={note.id} />
        ))}
      </div>
    </section>
  );
}

import { lackWords } from '../state/capture/lack-words.ts';
import type { SaveStatus } from '../state/profile/profile-save.ts';

/** How saving went, in the words beside its buttons. */
export function statusWords(status: SaveStatus | undefined): string {
  switch (status?.kind) {
    case undefined:
      return '';
    case 'saved':
      return 'Saved';
    case 'declined':
      return `The profile is saved. ${status.lacks.map((lack) => lackWords[lack]).join(' ')}`;
    case 'failed':
      return status.reason;
  }
}

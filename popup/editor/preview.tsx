import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import type { Draft } from '../state/profile-draft.ts';
import { AuthorizePreview } from './authorize-preview.tsx';
import { GrantsPreview } from './grants-preview.tsx';
import { NotesPreview } from './notes-preview.tsx';

type Props = {
  host: Host;
  draft: Draft;
  /** The profile as it is stored; undefined while it is new. */
  saved: Profile | undefined;
  offered: string | undefined;
};

/** What this profile will do: the request it sends, what to know before, what the browser asks. */
export function Preview({ host, draft, saved, offered }: Props) {
  return (
    <aside class="preview" aria-label="What this profile will do">
      <AuthorizePreview draft={draft} />
      <NotesPreview draft={draft} />
      <GrantsPreview host={host} draft={draft} saved={saved} offered={offered} />
    </aside>
  );
}

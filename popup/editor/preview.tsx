import type { Host } from '../host.ts';
import type { Draft } from '../state/profile-draft.ts';
import { AuthorizePreview } from './authorize-preview.tsx';
import { GrantsPreview } from './grants-preview.tsx';
import { NotesPreview } from './notes-preview.tsx';

type Props = { host: Host; draft: Draft; canWatch: boolean | undefined; offered: string | undefined };

/** What this profile will do: the request it sends, what to know before, what the browser asks. */
export function Preview({ host, draft, canWatch, offered }: Props) {
  return (
    <aside class="preview" aria-label="What this profile will do">
      <AuthorizePreview draft={draft} />
      <NotesPreview draft={draft} />
      <GrantsPreview host={host} draft={draft} canWatch={canWatch} offered={offered} />
    </aside>
  );
}

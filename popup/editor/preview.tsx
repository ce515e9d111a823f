import { isClientAlone } from '../../src/protocol/needs.ts';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import type { Draft } from '../state/profile/profile-draft.ts';

import type { SecretState } from '../state/profile/profile-secret.ts';
import { AuthorizePreview } from './authorize-preview.tsx';
import { GrantsPreview } from './grants-preview.tsx';
import { NotesPreview } from './notes-preview.tsx';
import { TokenRequestPreview } from './token-request-preview.tsx';

type Props = {
  host: Host;
  draft: Draft;
  /** The profile as it is stored; undefined while it is new. */
  saved: Profile | undefined;
  offered: string | undefined;
  /** Where the client secret is. */
  secret: SecretState | undefined;
  /** Changes to the code flow; undefined where nothing can be changed. */
  onSwitch: (() => void) | undefined;
};

/** What this profile will do: the request it sends, what to know before, what the browser asks. */
export function Preview({ host, draft, saved, offered, secret, onSwitch }: Props) {
  return (
    <aside class="preview" aria-label="What this profile will do">
      {isClientAlone(draft) ? <TokenRequestPreview draft={draft} /> : <AuthorizePreview draft={draft} />}
      <NotesPreview draft={draft} secret={secret} onSwitch={onSwitch} />
      <GrantsPreview host={host} draft={draft} saved={saved} offered={offered} />
    </aside>
  );
}

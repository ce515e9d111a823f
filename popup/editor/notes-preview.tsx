import type { ComponentChildren } from 'preact';
import { CopyButton } from '../parts/copy-button.tsx';
import { Note } from '../parts/note.tsx';
import type { Draft } from '../state/profile-draft.ts';
import { findNotes, type ProfileNote } from '../state/profile-notes.ts';

/** What to know before the first sign-in. */
export function NotesPreview({ draft }: { draft: Draft }) {
  return (
    <section aria-labelledby="profile-notes-h">
      <div class="head ruled">
        <h2 id="profile-notes-h">Before you sign in</h2>
      </div>
      <div class="notes pad">
        {findNotes(draft).map((note) => (
          <NoteOf note={note} key={note.id} />
        ))}
      </div>
    </section>
  );
}

function NoteOf({ note }: { note: ProfileNote }) {
  switch (note.id) {
    case 'no_openid':
      return (
        <Words note={note} heading="Without openid there is no ID token">
          And userInfo will refuse the access token. Add the scope <code>openid</code>.
        </Words>
      );
    case 'no_scope':
      return (
        <Words note={note} heading="No scope is asked for">
          Cognito then grants every scope of the app client. Without <code>openid</code> among them there is no ID
          token, and userInfo will refuse.
        </Words>
      );
    case 'no_pool':
      return (
        <Words note={note} heading="Without the user pool id the signature cannot be checked">
          It names the issuer, and with it the signing keys. The console shows it on the pool’s Overview.
        </Words>
      );
    case 'no_issuer':
      return (
        <Words note={note} heading="Without the issuer the signature cannot be checked">
          Enter the issuer and fill the endpoints from its discovery document.
        </Words>
      );
    case 'no_keys':
      return (
        <Words note={note} heading="Without a key set the signature cannot be checked">
          Fill from discovery, or enter the address of the key set.
        </Words>
      );
    case 'no_refresh_token':
      return (
        <Words note={note} heading="Implicit returns no refresh token">
          When the tokens expire, you sign in again. Authorization code with PKCE returns one; that flow is coming.
        </Words>
      );
    case 'address_bar':
      return (
        <Words note={note} heading="Tokens travel in the address bar">
          They stay in the browser history until the entry is deleted.
        </Words>
      );
    case 'allow_callback':
      return (
        <Note tone={note.tone} heading="Allow this callback on the app client" level={3}>
          <p>
            App clients › <Client id={note.clientId} /> › Login pages › Edit › Allowed callback URLs
          </p>
          <div class="exact">
            <code>{note.callback}</code>
            <CopyButton class="btn small" what="Callback URL" label="Copy callback URL" text={() => note.callback}>
              Copy
            </CopyButton>
          </div>
        </Note>
      );
    case 'allow_implicit':
      return (
        <Words note={note} heading="Allow the implicit grant on the app client">
          App clients › <Client id={note.clientId} /> › Login pages › Edit › OAuth 2.0 grant types › Implicit grant
        </Words>
      );
  }
}

function Words({
  note,
  heading,
  children,
}: {
  note: ProfileNote;
  heading: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <Note tone={note.tone} heading={heading} level={3}>
      <p>{children}</p>
    </Note>
  );
}

function Client({ id }: { id: string }) {
  return id === '' ? <>your client</> : <code>{id}</code>;
}

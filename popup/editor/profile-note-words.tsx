import type { ComponentChildren } from 'preact';
import type { CleanUp } from '../../src/protocol/records.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Note } from '../parts/note.tsx';
import type { Impossible, ProfileNote } from '../state/profile/profile-notes.ts';
import { LintWords } from './lint-words.tsx';
import { NoteWords as Words } from './note-words.tsx';

const watchWhys: Record<Extract<ProfileNote, { id: 'watches_requests' }>['why'], ComponentChildren> = {
  form_post: (
    <>
      With <code>form_post</code> the answer is in the body of a request, where its address does not show it.
    </>
  ),
  app_scheme: 'Firefox shows where a provider redirects to an app’s own scheme among its requests alone.',
  choice: 'By your choice. It lets a callback that itself redirects on be seen.',
};

const impossible: Record<Impossible, string> = {
  intercept: 'sign-ins end in the app, and are watched',
  form_post: 'the form with the answer cannot be read, and nothing is captured',
  redirects: 'a callback that redirects on is not seen',
  address: 'the answer stays in the tab’s address',
};

/** Where the answer stays after it was captured. */
function traceWords(cleanUp: CleanUp[], it: 'they' | 'it'): string {
  const isDeleted = cleanUp.includes('history');
  const [stays, is, It] = it === 'they' ? ['stay', 'are', 'They'] : ['stays', 'is', 'It'];
  if (!cleanUp.includes('address')) {
    return isDeleted
      ? `The entry is deleted from the browser history after each capture. ${It} ${stays} in the tab’s address.`
      : `${It} ${stays} in the browser history until the entry is deleted.`;
  }
  return isDeleted
    ? `After each capture ${it} ${is} taken out of the tab’s address, and the entry is deleted from the browser history.`
    : `${It} ${is} taken out of the tab’s address after each capture. ${It} ${stays} in the browser history until the entry is deleted.`;
}

/** A grant as it is spoken of, and its label in the console. */
const grantWords: Record<Extract<ProfileNote, { id: 'allow_grant' }>['grant'], [inside: string, label: string]> = {
  code: ['authorization code', 'Authorization code grant'],
  implicit: ['implicit', 'Implicit grant'],
  client: ['client credentials', 'Client credentials'],
};

type Props = { note: ProfileNote; onSwitch: (() => void) | undefined };

/** What is worth knowing of a set-up before it is used. `onSwitch` changes to the code flow. */
export function ProfileNoteWords({ note, onSwitch }: Props): ComponentChildren {
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
        <Note tone={note.tone} heading="Implicit returns no refresh token" level={3}>
          <p>When the tokens expire, you sign in again. Authorization code with PKCE can return one.</p>
          {onSwitch && (
            <div class="row">
              <button type="button" class="btn small" onClick={onSwitch}>
                Switch to code with PKCE
              </button>
            </div>
          )}
        </Note>
      );
    case 'no_user':
      return (
        <Words note={note} heading="No user signs in">
          The client gets an access token for itself. So there is no ID token, no refresh token and no userInfo, and
          nothing is asked of the browser.
        </Words>
      );
    case 'watches_requests':
      return (
        <Words note={note} heading="Requests are watched too">
          {watchWhys[note.why]}
        </Words>
      );
    case 'unseen_form_post':
      return (
        <Words note={note} heading="Nothing would be captured">
          With <code>form_post</code> the answer is not in the address. Tick “Watch requests too” to see the form.
        </Words>
      );
    case 'unseen_app_scheme':
      return (
        <Words note={note} heading="Firefox would miss most of these logins">
          Without “Watch requests too” Firefox sees a login at an app’s own scheme only where a script goes there, not
          where the provider redirects to it.
        </Words>
      );
    case 'out_of_reach':
      return (
        <Words note={note} heading={<>No access to {note.host} can be asked for</>}>
          The browser lets extensions ask only for hosts with <code>https</code>, and for <code>localhost</code> and{' '}
          <code>127.0.0.1</code>. So {note.cannot.map((what) => impossible[what]).join('; ')}.
        </Words>
      );
    case 'app_not_interceptable':
      return (
        <Words note={note} heading="An app’s own scheme cannot be intercepted">
          The browser lets extensions hold back requests to web hosts alone: <code>https</code>, and <code>http</code>{' '}
          on this machine. Sign-ins end in the app, and are watched.
        </Words>
      );
    case 'answer_kept_away':
      return (
        <Words note={note} heading="Sign-ins from here end in Claimcheck">
          The app does not get the answer, and nothing of it stays in the address, the back list or the list of the
          history. Chromium still writes the address into its history file on disk, unless it is deleted after each
          capture. A login that starts elsewhere goes to the app, and its answer stays in the history unless it is
          deleted.
        </Words>
      );
    case 'answer_in_form':
      return (
        <Words note={note} heading="The answer travels in a form">
          It stands in no address, and so in no history.
        </Words>
      );
    case 'address_bar':
      return (
        <Words note={note} heading="Tokens travel in the address bar">
          {traceWords(note.cleanUp, 'they')}
        </Words>
      );
    case 'code_in_address':
      return (
        <Words note={note} heading="A code travels in the address bar">
          It is good once, for minutes, and only together with what stays in Claimcheck.{' '}
          {traceWords(note.cleanUp, 'it')}
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
    case 'allow_grant':
      return (
        <Words note={note} heading={`Allow the ${grantWords[note.grant][0]} grant on the app client`}>
          App clients › <Client id={note.clientId} /> › Login pages › Edit › OAuth 2.0 grant types ›{' '}
          {grantWords[note.grant][1]}
          {note.grant === 'client' && '. It needs an app client with a secret, and no other grant ticked beside it.'}
        </Words>
      );
    default:
      return <LintWords note={note} />;
  }
}

function Client({ id }: { id: string }) {
  return id === '' ? <>your client</> : <code>{id}</code>;
}

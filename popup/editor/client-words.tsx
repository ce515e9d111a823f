import type { ComponentChildren } from 'preact';
import { Code } from '../parts/text.tsx';
import type { ClientNote } from '../state/profile/profile-lint-client.ts';
import type { OfferNote } from '../state/profile/profile-lint-offers.ts';
import { List } from './list.tsx';
import { NoteWords as Words } from './note-words.tsx';
import { OfferWords } from './offer-words.tsx';

/** What will go wrong at the token endpoint, and how to put it right. */
export function ClientWords({ note }: { note: ClientNote | OfferNote }): ComponentChildren {
  switch (note.id) {
    case 'no_token_endpoint':
      return (
        <Words note={note} heading="No token endpoint">
          So no code can be exchanged, and nothing refreshed. Fill from discovery, or enter it.
        </Words>
      );
    case 'secret_missing':
      return (
        <Words note={note} heading="The client secret is missing">
          The token endpoint is called only with it. Enter it under Client authentication; a client without one has the
          choice “None”.
        </Words>
      );
    case 'secret_locked':
      return (
        <Words note={note} heading="The client secret is locked">
          It lies encrypted on disk. Unlock it with your passphrase before a token is asked for.
        </Words>
      );
    case 'secret_not_sent':
      return (
        <Words note={note} heading="A client secret is there, and is not sent">
          A client that has one must show it, or the provider refuses with <code>invalid_client</code>. Choose how under
          Client authentication, or forget the secret.
        </Words>
      );
    case 'client_alone_public':
      return (
        <Words note={note} heading="A client that gets tokens for itself has a secret">
          Without one anybody could ask for them, so providers refuse. Choose under Client authentication how the secret
          is sent.
        </Words>
      );
    case 'cognito_client_scopes':
      return (
        <Words note={note} heading="Cognito gives a client custom scopes alone">
          Scopes of a user, such as <code>openid</code>, are refused with <code>invalid_scope</code>. Ask for those of a
          resource server, in the form <code>server/scope</code>; without any, all that the client may have are given.
        </Words>
      );
    case 'client_auth_not_offered':
      return note.tone === 'warn' ? (
        <Words note={note} heading="Discovery does not offer this client authentication">
          It lists <Offered items={note.offered} />, not <Code>{note.asked}</Code>. Choose one of them.
        </Words>
      ) : (
        <Words note={note} heading="Discovery lists no client without a secret">
          It lists <Offered items={note.offered} />. A provider need not list <code>none</code>; if it answers{' '}
          <code>invalid_client</code>, start here.
        </Words>
      );
    case 'client_credentials_not_offered':
      return (
        <Words note={note} heading="Discovery does not offer client credentials">
          It lists <Offered items={note.offered} /> under <code>grant_types_supported</code>. Turn client credentials on
          at the provider.
        </Words>
      );
    default:
      return <OfferWords note={note} />;
  }
}

function Offered({ items }: { items: readonly string[] }) {
  return items.length === 0 ? <>none</> : <List items={items} />;
}

import type { ComponentChildren } from 'preact';
import { Code } from '../parts/text.tsx';
import type { LintNote } from '../state/profile/profile-lint.ts';
import { ClientWords } from './client-words.tsx';
import { List } from './list.tsx';
import { NoteWords as Words } from './note-words.tsx';

/** What in a set-up will go wrong, and how to put it right. */
export function LintWords({ note }: { note: LintNote }): ComponentChildren {
  switch (note.id) {
    case 'id_token_alone':
      return (
        <Words note={note} heading="No access token comes with this flow">
          So userInfo cannot be called, and no API either. What the scopes stand for has to be in the ID token itself.
        </Words>
      );
    case 'token_alone':
      return (
        <Words note={note} heading="No ID token comes with this flow">
          OpenID Connect providers answer <code>token</code> with the access token alone. Choose{' '}
          <code>id_token token</code> for both.
        </Words>
      );
    case 'no_openid_for_id_token':
      return (
        <Words note={note} heading="An ID token needs openid">
          Without the scope the provider refuses the request, or sends no ID token. Add <code>openid</code>.
        </Words>
      );
    case 'cognito_response_type':
      return (
        <Words note={note} heading="Cognito documents token and code alone">
          It may refuse <Code>{note.asked}</Code> with <code>invalid_request</code>. Choose one of these two: with{' '}
          <code>openid</code> each brings an ID token and an access token.
        </Words>
      );
    case 'cognito_offline_access':
      return (
        <Words note={note} heading="Cognito knows no offline_access">
          It answers with <code>invalid_scope</code>. Take the scope out: a refresh token comes with the code flow
          without it.
        </Words>
      );
    case 'cognito_scopes':
      return (
        <Words note={note} heading="Cognito may refuse a scope">
          <List items={note.scopes} /> {note.scopes.length === 1 ? 'is' : 'are'} none of its own, and a custom scope has
          the form <code>server/scope</code>. Take {note.scopes.length === 1 ? 'it' : 'them'} out.
        </Words>
      );
    case 'offline_access_ignored':
      return (
        <Words note={note} heading="offline_access does nothing here">
          Providers ignore it unless the flow brings a code.
        </Words>
      );
    case 'offline_access_missing':
      return (
        <Words note={note} heading="A refresh token may not come">
          Most OpenID Connect providers send one only for the scope <code>offline_access</code>, and some only with{' '}
          <code>prompt=consent</code> beside it. Add the scope if you want tokens to be refreshed.
        </Words>
      );
    case 'query_with_tokens':
      return (
        <Words note={note} heading="Tokens may not come in the query">
          A query reaches the server of the callback and its logs, so most providers refuse it for tokens. Choose
          another response mode, or the flow that brings a code alone.
        </Words>
      );
    case 'no_userinfo':
      return (
        <Words note={note} heading="No userInfo endpoint">
          So userInfo cannot be called. Fill from discovery, or enter it, if the provider has one.
        </Words>
      );
    case 'plain_http_callback':
      return (
        <Words note={note} heading="The callback is not https">
          What comes back to <Code>{note.host}</Code> can be read on the way, so each answer will fail the check of the
          callback. Use https, or http on this machine.
        </Words>
      );
    case 'plain_http_here':
      return (
        <Words note={note} heading="A provider on this machine">
          <List items={note.hosts} /> {note.hosts.length === 1 ? 'is' : 'are'} called over http. Checks that want https
          warn here, and do not fail.
        </Words>
      );
    case 'keys_elsewhere':
      return (
        <Words note={note} heading="The signing keys lie on another host">
          They are fetched from <Code>{note.host}</Code>. Check that it belongs to the issuer.
        </Words>
      );
    case 'issuer_slash':
      return (
        <Words note={note} heading="The issuer differs by its last slash">
          The tokens carry <Code>{note.other}</Code>, compared letter by letter. Write it so.
        </Words>
      );
    case 'no_domain':
      return (
        <Words note={note} heading="This pool has no domain">
          Its discovery names endpoints that do not answer. Add a domain under Branding › Domain.
        </Words>
      );
    case 'callback_slash':
      return (
        <Words note={note} heading="The last slash of the callback counts">
          <Code>{note.callback}</Code> and <Code>{note.other}</Code> are two callbacks. Register the one that is written
          here.
        </Words>
      );
    default:
      return <ClientWords note={note} />;
  }
}

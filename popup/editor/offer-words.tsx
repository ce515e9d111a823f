import type { ComponentChildren } from 'preact';
import { Code } from '../parts/text.tsx';
import type { OfferNote } from '../state/profile/profile-lint-offers.ts';
import { List } from './list.tsx';
import { NoteWords as Words } from './note-words.tsx';

/** What the issuer's metadata says against a set-up, and what to do. */
export function OfferWords({ note }: { note: OfferNote }): ComponentChildren {
  switch (note.id) {
    case 'response_type_not_offered':
      return (
        <Words note={note} heading="Discovery does not offer this flow">
          It lists <Offered items={note.offered} /> under <code>response_types_supported</code>, not{' '}
          <Code>{note.asked}</Code>. Choose a flow that it lists, or turn this one on at the provider.
        </Words>
      );
    case 'implicit_not_offered':
      return (
        <Words note={note} heading="Discovery does not offer the implicit grant">
          It lists <Offered items={note.offered} /> under <code>grant_types_supported</code>. Turn implicit on at the
          provider.
        </Words>
      );
    case 'response_mode_not_offered':
      return (
        <Words note={note} heading="Discovery does not offer this response mode">
          It lists <Offered items={note.offered} />, not <Code>{note.asked}</Code>. Choose one of them, or the
          provider’s default.
        </Words>
      );
    case 'scopes_not_listed':
      return (
        <Words note={note} heading="Discovery does not list every scope">
          <List items={note.scopes} /> {note.scopes.length === 1 ? 'is' : 'are'} not under <code>scopes_supported</code>
          . A provider need not list all; if it answers <code>invalid_scope</code>, start here.
        </Words>
      );
    case 'algs_not_offered':
      return (
        <Words note={note} heading="Discovery does not offer this algorithm">
          ID tokens are signed with <Offered items={note.offered} />, not with <List items={note.algs} />.
          {note.tone === 'warn' && ' Each would fail the check of alg. Empty the field to take what discovery offers.'}
        </Words>
      );
    case 'only_hmac_offered':
      return (
        <Words note={note} heading="ID tokens are signed with the client secret">
          Discovery offers <Offered items={note.offered} /> alone. Name the algorithm under Checks and enter the client
          secret; without them the signature fails.
        </Words>
      );
    case 's256_not_offered':
      return note.tone === 'warn' ? (
        <Words note={note} heading="Discovery does not offer PKCE with S256">
          The provider may refuse the request. Ask it for S256: the plain method protects nothing.
        </Words>
      ) : (
        <Words note={note} heading="Discovery does not say whether it knows PKCE">
          S256 is sent all the same. A provider that does not know it ignores it.
        </Words>
      );
    case 'iss_expected':
      return (
        <Words note={note} heading="The answer will name its issuer">
          Discovery promises <code>iss</code> in each answer (RFC 9207). One without it fails.
        </Words>
      );
  }
}

function Offered({ items }: { items: readonly string[] }) {
  return items.length === 0 ? <>none</> : <List items={items} />;
}

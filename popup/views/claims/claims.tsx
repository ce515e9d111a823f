import { useMemo, useState } from 'preact/hooks';
import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import type { DecodedToken } from '../../../src/protocol/token.ts';
import { Icon } from '../../parts/icon.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { useMost } from '../../parts/use-most.ts';
import { useSingleKeys } from '../../parts/use-single-keys.ts';
import { useWidth } from '../../parts/width-context.ts';
import { claimRows, countRows, filterRows, inPieces, mostRows, rowsInPiece } from '../../state/claims/claim-rows.ts';
import { tokenNoun } from '../../state/token/token-names.ts';
import { ClaimTable } from './claim-table.tsx';
import { RowNotes } from './row-notes.tsx';
import { TokenHead } from './token-head.tsx';

type Props = {
  token: DecodedToken & { kind: 'signed' };
  capture: Capture;
  place: TokenName;
  profile: Profile | undefined;
  now: number;
};

/** The claims of a token with their meaning, by group, and a filter over them. */
export function Claims({ token, capture: { verdicts }, place, profile, now }: Props) {
  const { header, claims } = token;
  const provider = profile?.provider;
  const [query, setQuery] = useState('');
  const [most, showMore] = useMost(query);
  const groups = useMemo(
    () => claimRows(claims, place === 'id_token' ? place : 'access_token', provider, verdicts, token.rounded),
    [token, place, provider, verdicts],
  );
  const found = useMemo(() => filterRows(groups, query), [groups, query]);
  // what is on the page already is the same when more comes, and is passed over
  const tables = useMemo(() => {
    const caption = `Claims of the ${tokenNoun[place]}, with their meaning`;
    return inPieces(found).map((piece, at, { length }) => (
      <div key={at} class={length > 1 ? 'piece' : undefined}>
        <ClaimTable
          groups={piece}
          caption={at === 0 ? caption : `${caption}, from ${at * rowsInPiece + 1} on`}
          now={now}
          provider={provider}
          notes={RowNotes}
        />
      </div>
    ));
  }, [found, place, provider, now]);
  const count = countRows(found);
  const clear = () => {
    setQuery('');
    document.getElementById('filter')?.focus();
  };
  return (
    <section aria-labelledby="claims-h">
      <div class="head">
        <h2 id="claims-h">Claims</h2>
        <span class="n">{claims.length.toLocaleString('en')}</span>
        <Filter query={query} onInput={setQuery} />
      </div>
      <TokenHead header={header} claims={claims} place={place} provider={provider} />
      {count === 0 ? (
        <div class="blank" role="status">
          <p>
            No claim has “<bdi>{query}</bdi>”.
          </p>
          <button type="button" class="btn small" onClick={clear}>
            Clear the filter
          </button>
        </div>
      ) : (
        tables.slice(0, Math.ceil(most / rowsInPiece))
      )}
      <ShowMore left={count - most} onMore={showMore} rest=" The filter looks through them too." />
      {claims.length > mostRows && (
        <p class="aside ruled">
          Only the first {mostRows.toLocaleString('en')} of {claims.length.toLocaleString('en')} claims are read.
        </p>
      )}
    </section>
  );
}

function Filter({ query, onInput }: { query: string; onInput: (query: string) => void }) {
  const keyOf = useSingleKeys();
  // on the full page it leads to the search over all captures
  const key = useWidth() === 'page' ? undefined : keyOf('/');
  return (
    <search class="find end">
      <label class="sr-only" for="filter">
        Filter claims
      </label>
      <Icon name="find" />
      <input
        id="filter"
        type="search"
        placeholder="Filter"
        aria-keyshortcuts={key}
        value={query}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nobody can focus a kbd */}
      {key && <kbd aria-hidden="true">{key}</kbd>}
    </search>
  );
}

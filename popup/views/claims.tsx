import { useState } from 'preact/hooks';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import type { Member } from '../../src/protocol/token.ts';
import { Icon } from '../parts/icon.tsx';
import { claimRows, countRows, filterRows, mostRows, type TokenUse } from '../state/claim-rows.ts';
import { tokenNoun } from '../state/token-names.ts';
import { ClaimTable } from './claim-table.tsx';

type Props = {
  claims: readonly Member[];
  capture: Capture;
  use: TokenUse;
  profile: Profile | undefined;
  now: number;
};

/** The claims of a token with their meaning, by group, and a filter over them. */
export function Claims({ claims, capture, use, profile, now }: Props) {
  const [query, setQuery] = useState('');
  const groups = claimRows(claims, use, profile?.provider, capture.verdicts);
  const found = filterRows(groups, query);
  const clear = () => {
    setQuery('');
    document.getElementById('filter')?.focus();
  };
  return (
    <section aria-labelledby="claims-h">
      <div class="head">
        <h2 id="claims-h">Claims</h2>
        <span class="n">{claims.length}</span>
        <Filter query={query} onInput={setQuery} />
      </div>
      {countRows(found) === 0 ? (
        <div class="blank" role="status">
          <p>
            No claim has “<bdi>{query}</bdi>”.
          </p>
          <button type="button" class="btn small" onClick={clear}>
            Clear the filter
          </button>
        </div>
      ) : (
        <ClaimTable groups={found} caption={`Claims of the ${tokenNoun[use]}, with their meaning`} now={now} />
      )}
      {claims.length > mostRows && (
        <p class="aside ruled">
          Only the first {mostRows.toLocaleString('en')} of {claims.length.toLocaleString('en')} claims are shown.
        </p>
      )}
    </section>
  );
}

function Filter({ query, onInput }: { query: string; onInput: (query: string) => void }) {
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
        aria-keyshortcuts="/"
        value={query}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          onInput('');
        }}
      />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nobody can focus a kbd */}
      <kbd aria-hidden="true">/</kbd>
    </search>
  );
}

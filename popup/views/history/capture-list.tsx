import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { Icon } from '../../parts/icon.tsx';
import { useListKeys } from '../../parts/use-list-keys.ts';
import { isSearch } from '../../state/history/search.ts';
import { ForgetDialog } from '../later.ts';
import { CaptureGroups, type Going } from './capture-groups.tsx';
import { ForgetButton } from './forget-button.tsx';
import { SearchField } from './search-field.tsx';
import { SearchStatus } from './search-status.tsx';
import { useNarrow } from './use-narrow.ts';
import { useSearch } from './use-search.ts';

type Props = {
  captures: readonly Capture[];
  /** Captures of private windows: below all others, never among them. */
  apart: readonly Capture[];
  profiles: readonly Profile[];
  current: string | undefined;
  onForget: (ids: string[]) => void;
  /** Told that a capture was chosen where the list gives way to it. */
  onChosen: (id: string) => void;
};

/** Every capture, newest first, by profile, and the search over them. In one column it is folded. */
export function CaptureList({ captures, apart, profiles, current, onForget, onChosen }: Props) {
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [going, setGoing] = useState<Going>();
  const isNarrow = useNarrow();
  const keys = useListKeys<HTMLElement>('a[href]');
  const all = useMemo(() => [...captures, ...apart], [captures, apart]);
  const found = useSearch(all, profiles, query);
  const isSearching = isSearch(query);
  useEffect(() => {
    if (!isNarrow) document.querySelector('.captures [aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  // one column: a search shows what it finds
  const isFolded = isNarrow && !isOpen && !isSearching;
  const chosen = (id: string) => {
    if (!isNarrow) return;
    setOpen(false);
    setQuery('');
    onChosen(id);
  };
  return (
    <div class="list">
      <nav class="captures" aria-label="Captures" ref={keys}>
        <SearchField query={query} onInput={setQuery} />
        <SearchStatus query={query} found={found} of={all.length} onClear={() => setQuery('')} />
        <details
          open={!isFolded}
          onToggle={({ currentTarget }) => isNarrow && !isSearching && setOpen(currentTarget.open)}
        >
          <summary hidden={!isNarrow}>
            {all.length === 1 ? '1 capture' : `${all.length.toLocaleString('en')} captures`}
            <Icon name="down" class="caret" />
          </summary>
          <CaptureGroups
            captures={found.captures}
            apart={apart}
            profiles={profiles}
            current={current}
            query={query}
            onForget={isSearching ? undefined : setGoing}
            onChosen={chosen}
          />
          {!isSearching && captures.length > 0 && (
            <p class="inset last">
              <ForgetButton
                onForget={() =>
                  setGoing({ captures, note: apart.length > 0 ? 'Captures of private windows stay.' : '' })
                }
              >
                Forget all captures
              </ForgetButton>
            </p>
          )}
        </details>
      </nav>
      {going && <ForgetDialog {...going} profiles={profiles} onForget={onForget} onClose={() => setGoing(undefined)} />}
    </div>
  );
}

import { type Found, isSearch } from '../../state/history/search.ts';
import { searchWords } from '../../state/history/search-words.ts';
import { safeText } from '../../state/safe-text.ts';

type Props = { query: string; found: Found; of: number; onClear: () => void };

/** What the search has found, said politely; where that is nothing, a way back. */
export function SearchStatus({ query, found: { captures, unread }, of, onClear }: Props) {
  const isNone = isSearch(query) && captures.length === 0 && unread === 0;
  const clear = () => {
    onClear();
    document.getElementById('search')?.focus();
  };
  return (
    <div class="sought" role="status">
      {isNone ? (
        <>
          <p>
            No capture has “<bdi>{safeText(query.trim())}</bdi>”.
          </p>
          <button type="button" class="btn small" onClick={clear}>
            Clear the search
          </button>
        </>
      ) : (
        isSearch(query) && <p>{searchWords(captures.length, of, unread)}</p>
      )}
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';

const narrow = '(max-width: 759px)';

/** Whether the full page is one column: a narrow window, or 200 % zoom. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const left = new AbortController();
    const query = matchMedia(narrow);
    query.addEventListener('change', () => setNarrow(query.matches), { signal: left.signal });
    return () => left.abort();
  }, []);
  return isNarrow;
}

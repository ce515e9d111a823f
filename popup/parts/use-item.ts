import { useEffect, useState } from 'preact/hooks';
import type { Item } from '../../src/store/item.ts';

/** What an item of the store holds, and again whenever it changes; undefined until it was read. */
export function useItem<T>(item: Pick<Item<T>, 'get' | 'onChanged'>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const left = new AbortController();
    const read = async () => {
      const read = await item.get();
      if (!left.signal.aborted) setValue(read);
    };
    item.onChanged(read, left.signal);
    void read();
    return () => left.abort();
  }, [item]);
  return value;
}

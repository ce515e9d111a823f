type Entry<T> = { text: string; result: T };
type Most = { count: number; characters: number };

/**
 * The same function with its last results kept: at most `count` of them, and of texts of `characters` in all. They are
 * shared by all who ask, so nobody may change them. They are held weakly: a token that was forgotten is not kept by this.
 */
export function keepRecent<T>(make: (text: string) => T, most: Most) {
  // one reference to all of them, as making one and following one takes a part of what reading a token does
  let kept = new WeakRef<Entry<T>[]>([]);
  return (text: string): T => {
    const entries = kept.deref() ?? []; // the latest first
    for (const entry of entries) {
      if (entry.text === text) return entry.result;
    }
    const result = make(text);
    if (kept.deref() !== entries) kept = new WeakRef(entries);
    entries.unshift({ text, result });
    dropBeyond(most, entries);
    return result;
  };
}

/** Leaves the first of them for which there is room. */
function dropBeyond<T>(most: Most, entries: Entry<T>[]): void {
  let count = 0;
  let characters = 0;
  for (const entry of entries) {
    const { length } = entry.text;
    if (count === most.count || characters + length > most.characters) continue;
    entries[count] = entry;
    count += 1;
    characters += length;
  }
  entries.length = count;
}

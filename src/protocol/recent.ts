type Kept<T> = WeakRef<{ text: string; result: T }>;
type Most = { count: number; characters: number };

/**
 * The same function with its last results kept: at most `count` of them, and of texts of `characters` in all. They are
 * shared by all who ask, so nobody may change them. They are held weakly: a token that was forgotten is not kept by this.
 */
export function keepRecent<T>(make: (text: string) => T, most: Most) {
  let kept: Kept<T>[] = []; // the latest first
  return (text: string): T => {
    for (const one of kept) {
      const entry = one.deref();
      if (entry?.text === text) return entry.result;
    }
    const result = make(text);
    kept = within(most, [new WeakRef({ text, result }), ...kept]);
    return result;
  };
}

/** The first of them for which there is room, without those that are gone. */
function within<T>(most: Most, kept: Kept<T>[]): Kept<T>[] {
  let characters = 0;
  const left = kept.filter((one) => {
    const length = one.deref()?.text.length;
    if (length === undefined || characters + length > most.characters) return false;
    characters += length;
    return true;
  });
  return left.slice(0, most.count);
}

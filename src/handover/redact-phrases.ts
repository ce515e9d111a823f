/** In characters: what is shorter stands in too many words by chance. */
const least = 3;
/** In characters: what is shorter counts only where no letter or figure stands beside it. */
const distinct = 8;

export type Hit = { start: number; end: number; value: string };

/** Finds values in texts as they are, in whatever case. Looked up by their beginnings, as there may be thousands. */
export function phraseFinder(values: Iterable<string>): (text: string) => Hit[] {
  const byStart = new Map<string, string[]>();
  for (const value of values) {
    if (value.length < least) continue;
    const start = folded(value).slice(0, least);
    byStart.set(start, [...(byStart.get(start) ?? []), value]);
  }
  for (const some of byStart.values()) some.sort((one, other) => other.length - one.length);
  return (text) => {
    if (byStart.size === 0 || text.length < least) return [];
    const low = folded(text);
    const hits: Hit[] = [];
    for (let at = 0; at + least <= low.length; at += 1) {
      const value = byStart.get(low.slice(at, at + least))?.find((one) => standsAt(low, at, folded(one)));
      if (value === undefined) continue;
      hits.push({ start: at, end: at + value.length, value });
      at += value.length - 1;
    }
    return hits;
  };
}

function standsAt(text: string, at: number, value: string): boolean {
  if (!text.startsWith(value, at)) return false;
  if (value.length >= distinct) return true;
  return !isLetter(text[at - 1]) && !isLetter(text[at + value.length]);
}

function isLetter(character = ' '): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** Of the same length as the text: the places in one are those in the other. */
function folded(text: string): string {
  const low = text.toLowerCase();
  return low.length === text.length ? low : text;
}

/** Where hits meet, they are one; the longest says what it is. */
export function merged(hits: Hit[]): Hit[] {
  const sorted = hits.sort((one, other) => one.start - other.start || other.end - one.end);
  const all: Hit[] = [];
  for (const hit of sorted) {
    const last = all.at(-1);
    if (!last || hit.start >= last.end) {
      all.push({ ...hit });
      continue;
    }
    if (hit.end - hit.start > last.end - last.start) last.value = hit.value;
    last.end = Math.max(last.end, hit.end);
  }
  return all;
}

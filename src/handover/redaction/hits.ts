/** Where a text holds a value, or a piece of one. */
export type Hit = { start: number; end: number; value: string; isWhole: boolean };

export type Finder = (text: string) => Hit[];

/** In characters: no stretch of a secret as long as this is left. */
const size = 8;

/**
 * Finds the stretches of texts that are made of pieces of these runs, eight characters or more, in whatever case. `runs`:
 * each with the value that it is of; a piece that is in two belongs to the first.
 */
export function pieceFinder(runs: Iterable<readonly [run: string, value: string]>): Finder {
  const owners = new Map<string, string>();
  for (const [run, value] of runs) {
    const low = folded(run);
    for (let at = 0; at + size <= low.length; at += 1) {
      const piece = low.slice(at, at + size);
      if (!owners.has(piece)) owners.set(piece, value);
    }
  }
  return (text) => {
    if (owners.size === 0) return [];
    const low = folded(text);
    const hits: Hit[] = [];
    for (let at = 0; at + size <= low.length; at += 1) {
      const value = owners.get(low.slice(at, at + size));
      if (value === undefined) continue;
      const last = hits.at(-1);
      if (last && last.end > at) last.end = at + size;
      else hits.push({ start: at, end: at + size, value, isWhole: false });
    }
    for (const hit of hits) hit.isWhole = hit.end - hit.start === hit.value.length;
    return hits;
  };
}

/** In characters: what is shorter stands in too many words by chance. */
const least = 3;

/** `isDistinct`: it counts within a word too, and else only where no letter or figure stands beside it. */
export type Phrase = { value: string; isDistinct: boolean };

/** Finds whole values in texts, in whatever case. Looked up by their beginnings, as there may be thousands. */
export function phraseFinder(phrases: Iterable<Phrase>): Finder {
  const byStart = new Map<string, (Phrase & { low: string })[]>();
  for (const phrase of phrases) {
    if (phrase.value.length < least) continue;
    const low = folded(phrase.value);
    const start = low.slice(0, least);
    const some = byStart.get(start);
    if (some) some.push({ ...phrase, low });
    else byStart.set(start, [{ ...phrase, low }]);
  }
  for (const some of byStart.values()) some.sort((one, other) => other.low.length - one.low.length);
  return (text) => {
    if (byStart.size === 0) return [];
    const low = folded(text);
    const hits: Hit[] = [];
    for (let at = 0; at + least <= low.length; at += 1) {
      const found = byStart.get(low.slice(at, at + least))?.find((phrase) => standsAt(low, at, phrase));
      if (!found) continue;
      hits.push({ start: at, end: at + found.low.length, value: found.value, isWhole: true });
      at += found.low.length - 1;
    }
    return hits;
  };
}

function standsAt(text: string, at: number, { low, isDistinct }: { low: string; isDistinct: boolean }): boolean {
  if (!text.startsWith(low, at)) return false;
  return isDistinct || !(isLetter(text[at - 1]) || isLetter(text[at + low.length]));
}

function isLetter(character = ' '): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** In lower case, and of the same length: the places in one are those in the other. */
function folded(text: string): string {
  const low = text.toLowerCase();
  if (low.length === text.length) return low;
  return text.replace(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}

/** Where hits meet, they are one; the longest says what it is. In order. */
export function merged(hits: Hit[]): Hit[] {
  const all: Hit[] = [];
  for (const hit of hits.sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = all.at(-1);
    if (!last || hit.start >= last.end) {
      all.push({ ...hit });
      continue;
    }
    if (hit.end - hit.start > last.end - last.start) Object.assign(last, { value: hit.value, isWhole: hit.isWhole });
    last.end = Math.max(last.end, hit.end);
  }
  return all;
}

import type { Hit } from './redact-phrases.ts';

/** In characters: no stretch of a secret as long as this is left. */
const size = 8;

/**
 * Finds the stretches of texts that are made of pieces of these runs, eight characters or more. `runs`: each with the value
 * that it is of; one that stands within another comes first.
 */
export function gramFinder(runs: Iterable<readonly [run: string, value: string]>): (text: string) => Hit[] {
  const owners = new Map<string, string>();
  for (const [run, value] of runs) {
    for (let at = 0; at + size <= run.length; at += 1) {
      const gram = run.slice(at, at + size);
      if (!owners.has(gram)) owners.set(gram, value);
    }
  }
  return (text) => {
    const hits: Hit[] = [];
    if (owners.size === 0) return hits;
    for (let at = 0; at + size <= text.length; at += 1) {
      const value = owners.get(text.slice(at, at + size));
      if (value === undefined) continue;
      const last = hits.at(-1);
      if (last && last.end > at) last.end = at + size;
      else hits.push({ start: at, end: at + size, value });
    }
    return hits;
  };
}

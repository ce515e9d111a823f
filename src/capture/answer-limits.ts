import { parameterNames } from '../protocol/parameter-names.ts';

/** Of an answer with more parameters the rest is dropped: their number and this limit are said. */
export const parameterLimit = 1000;

/** A value that was too long to keep, its name and size alone are; or how many parameters there were, when too many. */
export type Refused = { name: string; size: number } | { parameters: number };

/** In characters: a longer token is refused, its size and this limit are said. */
export const tokenLimit = 262_144;

type Pairs = [name: string, value: string][];

/** The pairs that are kept of a form or a pasted text, and what is not kept of it. */
export function limitPairs(all: Pairs): { pairs: Pairs; refused: Refused[] } {
  const isTooMany = all.length > parameterLimit;
  const some = isTooMany ? withinLimit(all, ([name]) => name) : all;
  const long = some.filter(([, { length }]) => length > tokenLimit);
  return {
    pairs: some.map(([name, value]): [string, string] => [name, value.length > tokenLimit ? '' : value]),
    refused: [
      ...(isTooMany ? [{ parameters: all.length }] : []),
      ...long.map(([name, value]) => ({ name, size: value.length })),
    ],
  };
}

/** Those that are kept of too many: the parameters of the specifications, then others, all in their order. */
function withinLimit<T extends object>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const isKnown = (item: T) => parameterNames.has(nameOf(item));
  const known = items.filter(isKnown).slice(0, parameterLimit);
  const others = items.filter((item) => !isKnown(item)).slice(0, parameterLimit - known.length);
  const kept = new Set([...known, ...others]);
  return items.filter((item) => kept.has(item));
}

/** The address without the parameters that are too many, and how many there were. Never throws. */
export function limitAddress(address: string): { url: string; parameters?: number } {
  const at = address.search(/#|$/);
  const before = address.slice(0, at);
  const mark = before.search(/\?|$/);
  const query = limitText(before.slice(mark + 1));
  const fragment = limitText(address.slice(at + 1));
  const parameters = Math.max(query?.count ?? 0, fragment?.count ?? 0);
  if (parameters === 0) return { url: address };
  const head = query ? `${before.slice(0, mark)}?${query.text}` : before;
  return { url: fragment ? `${head}#${fragment.text}` : head + address.slice(at), parameters };
}

/** Undefined when there are not too many. */
function limitText(text: string): { text: string; count: number } | undefined {
  if (countParts(text) <= parameterLimit) return undefined;
  // some providers send `#?`, which is no part of the first name
  const start = text.startsWith('?') ? '?' : '';
  const parts = text.slice(start.length).split('&').filter(Boolean);
  // one part is one pair: empty ones give none
  const names = [...new URLSearchParams(`&${parts.join('&')}`).keys()];
  const named = parts.map((part, index) => ({ part, name: names[index] ?? '' }));
  if (named.length <= parameterLimit) return undefined;
  const kept = withinLimit(named, ({ name }) => name);
  return { text: start + kept.map(({ part }) => part).join('&'), count: named.length };
}

function countParts(text: string): number {
  let count = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) count += 1;
  return count;
}

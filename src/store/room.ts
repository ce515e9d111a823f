import type { Capture } from '../protocol/records.ts';

type Lists = { captures: Capture[]; privateCaptures: Capture[] };

/** Whether a write failed because the browser's memory for extensions is full. Both browsers say it in the message. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}

/**
 * The lists without their oldest captures, as many as free `needed` characters of JSON. One that is pinned, or among
 * `kept`, stays, and one that a call of the token endpoint is under way for: its tokens would be lost. Undefined when none
 * can go.
 */
export function withoutOldest<L extends Lists>(lists: L, needed: number, kept: ReadonlySet<string>): L | undefined {
  const oldestFirst = [...lists.captures, ...lists.privateCaptures]
    .filter(({ id, pinned, tokenCall }) => !pinned && !tokenCall && !kept.has(id))
    .sort((one, other) => one.capturedAt - other.capturedAt);
  const gone = new Set<Capture>();
  let freed = 0;
  for (const capture of oldestFirst) {
    if (freed >= needed) break;
    gone.add(capture);
    freed += JSON.stringify(capture).length;
  }
  if (gone.size === 0) return undefined;
  const stays = (capture: Capture) => !gone.has(capture);
  return {
    ...lists,
    captures: lists.captures.filter(stays),
    privateCaptures: lists.privateCaptures.filter(stays),
  };
}

import { parseAnswer } from '../protocol/answer.ts';
import { readErrorPage } from '../provider/error-page.ts';

/** A value that was too long to keep; its name and size alone are. */
export type Refused = { name: string; size: number };

/** An answer as the browser reported it, kept in the inbox until it has become a capture. */
export type Arrival = {
  id: string;
  url: string;
  kind: 'before' | 'committed' | 'error' | 'aborted' | 'fragment';
  tabId: number;
  frameId: number;
  /** ms */
  at: number;
  refused: Refused[];
};

/** In characters: a longer token is refused, its size and this limit are said. */
export const tokenLimit = 262_144;

/**
 * The arrival to keep for a navigation event, or undefined for an address that is no answer. Values over the limit
 * are cut out before anything is stored, so that one answer cannot fill the memory the browser gives. Never throws.
 */
export function arrivalOf(event: Omit<Arrival, 'id' | 'refused'>, id: string): Arrival | undefined {
  if (!parseAnswer(event.url, '') && !readErrorPage(event.url)) return undefined;
  const refused: Refused[] = [];
  const url = event.url.replace(/([^?#&=]*)=([^&#]*)/g, (pair, name: string, value: string) => {
    if (value.length <= tokenLimit) return pair;
    refused.push({ name: decoded(name), size: value.length });
    return `${name}=`;
  });
  return { ...event, id, url, refused };
}

function decoded(name: string): string {
  return [...new URLSearchParams(`&${name}`).keys()][0] ?? name;
}

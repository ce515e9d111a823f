import { grantablePattern, isCustomScheme, type Needs } from '../../../src/protocol/needs.ts';
import type { Capture, CleanUp } from '../../../src/protocol/records.ts';

/**
 * Who else holds the answer of a capture: the browser does with an address it went to, and does not with the body of
 * a form. `redirect`: kept from the app, but written into the file of the history by a browser that keeps redirects.
 * Undefined where it never came into a tab, or where nothing is kept.
 */
export function placeOf(
  { source, callback, intercepted, origin }: Capture,
  keepsRedirects: boolean,
): Place | undefined {
  if (origin) return undefined;
  if (intercepted) return keepsRedirects && (source === 'fragment' || source === 'query') ? 'redirect' : undefined;
  if (source === 'form_post') return 'form';
  // a tab does not go to an address of an app
  return source === 'token_endpoint' || isCustomScheme(callback) ? undefined : 'address';
}

export type Place = 'address' | 'form' | 'redirect';

/** What was done about one place, as far as it still holds: an answer that came again is there again. */
export type Cleaned = { at: number; isDone: boolean };

export function findCleaned({ events, replays }: Capture, what: CleanUp): Cleaned | undefined {
  const last = events.findLast(({ kind }) => Object.hasOwn(outcomes[what], kind));
  if (!last || replays.some(({ at }) => at > last.at)) return undefined;
  return { at: last.at, isDone: outcomes[what][last.kind] === true };
}

const outcomes: Record<CleanUp, Record<string, boolean>> = {
  history: { history_deleted: true, history_not_found: false },
  address: { address_cleaned: true, address_not_cleaned: false },
};

/** What cleaning up needs of the browser, and why it cannot be done at all. */
export type CleaningNeed = { grant: Needs; unless?: string };

export function cleaningNeed({ callback, frame }: Capture, what: CleanUp): CleaningNeed {
  if (what === 'history') return { grant: { permissions: ['history'], origins: [] } };
  const pattern = grantablePattern(callback);
  const unless =
    frame === 'sub'
      ? 'It came in a frame: the tab’s address does not hold it.'
      : pattern === undefined
        ? 'The browser gives access to https, and to http on localhost and 127.0.0.1 alone. Close the tab.'
        : undefined;
  return {
    grant: { permissions: ['scripting'], origins: pattern === undefined ? [] : [pattern] },
    ...(unless !== undefined && { unless }),
  };
}

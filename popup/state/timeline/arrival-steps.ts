import { type Capture, isFromErrorPage } from '../../../src/protocol/records.ts';
import { findNoSession } from '../capture/no-session.ts';
import { isClientOwn } from '../token/client-own.ts';
import type { Piece, Step } from './step.ts';

/** So many names of parameters are listed. */
const mostNames = 8;

const places = { fragment: 'Fragment', query: 'Query', form_post: 'Form', token_endpoint: 'Token endpoint' };

/** How the answer came: at the callback, by hand, or not through the browser at all. */
export function arrivalSteps(capture: Capture): Step[] {
  const { capturedAt: at, origin, source, error } = capture;
  if (isFromErrorPage(capture)) return [];
  if (isClientOwn(capture)) {
    return [{ at, what: 'Token asked for', detail: ['For the client itself: nobody signs in'] }];
  }
  if (origin === 'sample') return [{ at, what: 'Sample minted', detail: ['In this browser: nobody was asked'] }];
  if (origin === 'pasted') return [{ at, what: 'Pasted', detail: names(capture), tone: 'pass' }];
  const came: Piece[] = [`${places[source]}: `, ...names(capture)];
  if (error) {
    const code = { code: error.error };
    const tone = findNoSession(capture) ? {} : { tone: 'fail' as const };
    return [{ at, what: 'Back at the callback', detail: ['An error, ', code, '. ', ...came], ...tone }];
  }
  return [
    { at, what: 'Back at the callback', detail: came },
    { at, what: 'Captured', detail: [capturedWords(capture)], tone: 'pass' },
  ];
}

function names({ params }: Capture): Piece[] {
  const all = [...new Set(params.map(([name]) => name))];
  const shown = all.slice(0, mostNames).flatMap((name, index) => [...(index > 0 ? [', '] : []), { code: name }]);
  if (all.length === 0) return ['no parameters'];
  return all.length > mostNames ? [...shown, ` and ${(all.length - mostNames).toLocaleString('en')} more`] : shown;
}

const taken: Record<Capture['source'], string> = {
  fragment: 'Taken from the fragment',
  query: 'Taken from the query',
  form_post: 'Taken from the form',
  token_endpoint: 'Taken from the answer of the token endpoint',
};

function capturedWords({ intercepted, source, frame, startedHere, silent, origin }: Capture): string {
  return [
    taken[source],
    frame === 'sub' && ', in a frame',
    intercepted && ', unseen by the app and its server',
    !startedHere && origin !== 'imported' && ', of a login that was not started here',
    silent && ', in a tab behind the others',
  ]
    .filter(Boolean)
    .join('');
}

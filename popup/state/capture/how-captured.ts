import type { Capture } from '../../../src/protocol/records.ts';
import { isClientOwn } from '../token/client-own.ts';
import { findStateEvent } from './state-event.ts';

/** Where the answer was found, in front of the callback: "from the fragment of". */
export function howWords(capture: How): string {
  if (isClientOwn(capture)) return 'from the token endpoint, for the client itself';
  const { source, startedHere, frame, intercepted, silent, origin, callback } = capture;
  if (origin === 'sample') return `Sample: minted in this browser, no login. As if from the ${places[source]}`;
  if (origin === 'pasted') return callback === '' ? 'pasted by hand' : `pasted by hand, the ${places[source]}`;
  if (origin === 'imported')
    return callback === '' ? 'imported from a file' : `imported from a file, the ${places[source]}`;
  const place = places[source];
  const code = isCodeAlone(capture) ? 'code ' : '';
  const from = startedHere
    ? `${silent ? 'silently, ' : ''}${code}from the ${place}`
    : `from ${others[findStateEvent(capture) ?? 'state_unknown']}, in the ${place}`;
  return [intercepted && 'kept from the app, ', frame === 'sub' && 'in a frame, ', from].filter(Boolean).join('');
}

type How = Pick<
  Capture,
  | 'events'
  | 'source'
  | 'startedHere'
  | 'frame'
  | 'intercepted'
  | 'silent'
  | 'origin'
  | 'callback'
  | 'request'
  | 'params'
>;

/** Whose login it is that is not one under way here. */
const others = {
  state_cancelled: 'a sign-in that you cancelled',
  state_used: 'a sign-in that was answered before',
  state_unknown: 'a login that was not started here',
};

/** Whether the answer brought a code and no token. */
function isCodeAlone({ params }: How): boolean {
  const names = params.map(([name]) => name);
  return names.includes('code') && !names.some((name) => name.endsWith('_token'));
}

const places: Record<Capture['source'], string> = {
  fragment: 'fragment of',
  query: 'query of',
  form_post: 'form sent to',
  token_endpoint: 'token endpoint of',
};

import type { Capture } from '../../src/protocol/records.ts';

/** Where the answer was found, in front of the callback: "from the fragment of". */
export function howWords({ source, startedHere, frame, intercepted, origin, callback }: How): string {
  if (origin === 'pasted') return callback === '' ? 'pasted by hand' : `pasted by hand, the ${places[source]}`;
  const place = places[source];
  const from = startedHere ? `from the ${place}` : `from a login that was not started here, in the ${place}`;
  return [intercepted && 'kept from the app, ', frame === 'sub' && 'in a frame, ', from].filter(Boolean).join('');
}

type How = Pick<Capture, 'source' | 'startedHere' | 'frame' | 'intercepted' | 'origin' | 'callback'>;

const places: Record<Capture['source'], string> = {
  fragment: 'fragment of',
  query: 'query of',
  form_post: 'form sent to',
  token_endpoint: 'token endpoint of',
};

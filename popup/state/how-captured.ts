import type { Capture } from '../../src/protocol/records.ts';

/** Where the answer was found, in front of the callback: "from the fragment of". */
export function howWords({ source, startedHere }: Pick<Capture, 'source' | 'startedHere'>): string {
  const place = places[source];
  return startedHere ? `from the ${place}` : `from a login that was not started here, in the ${place}`;
}

const places: Record<Capture['source'], string> = {
  fragment: 'fragment of',
  query: 'query of',
  form_post: 'form sent to',
  token_endpoint: 'token endpoint of',
};

import { useRef } from 'preact/hooks';
import type { Capture } from '../../../src/protocol/records.ts';
import { choosePair, type Pair } from '../../state/compare/choose-pair.ts';

/** The pair that the route means. What was chosen for it stays as captures come and go: nothing changes under the eye. */
export function usePair(a: string, b: string, captures: readonly Capture[]): Pair {
  const held = useRef<{ route: string; pair: Pair }>(undefined);
  const route = JSON.stringify([a, b]);
  if (held.current?.route === route) return held.current.pair;
  const pair = choosePair(a, b, captures);
  if (pair.a !== '' && pair.b !== '') held.current = { route, pair };
  return pair;
}

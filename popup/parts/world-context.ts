import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { World } from '../state/world.ts';

export const WorldContext = createContext<World>({});

/** All that the face has read, for the parts that stand deep in it. */
export function useRead(): World {
  return useContext(WorldContext);
}

import type { State } from './states.ts';

export const firstStates: readonly State[] = [];

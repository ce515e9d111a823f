import type { State } from './states.ts';

export const compareStates: readonly State[] = [];

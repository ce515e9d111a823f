import type { State } from './states.ts';

export const copyingStates: readonly State[] = [];

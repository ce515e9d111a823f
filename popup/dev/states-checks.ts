import type { State } from './states.ts';

export const checksStates: readonly State[] = [];

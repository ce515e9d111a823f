import type { State } from './states.ts';

export const historyStates: readonly State[] = [];

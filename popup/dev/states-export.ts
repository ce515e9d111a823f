import type { State } from './states.ts';

export const exportStates: readonly State[] = [];

import type { State } from './states.ts';

export const trustStates: readonly State[] = [];

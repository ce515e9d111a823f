import type { State } from './states.ts';

export const timelineStates: readonly State[] = [];

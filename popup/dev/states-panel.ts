import type { State } from './states.ts';

export const panelStates: readonly State[] = [];

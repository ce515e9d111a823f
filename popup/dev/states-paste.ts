import type { State } from './states.ts';

export const pasteStates: readonly State[] = [];

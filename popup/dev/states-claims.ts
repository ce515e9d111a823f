import type { State } from './states.ts';

export const claimsStates: readonly State[] = [];

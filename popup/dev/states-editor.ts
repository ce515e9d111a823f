import type { State } from './states.ts';

export const editorStates: readonly State[] = [];

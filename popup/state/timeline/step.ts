/** A piece of what is said: plain words, or an exact string, which may be from outside. */
export type Piece = string | { code: string };

/** One line of a timeline. `at` in milliseconds. */
export type Step = { at: number; what: Piece; detail: Piece[]; tone?: 'pass' | 'fail' | 'warn' };

import type { Known } from '../known.ts';
import type { About } from '../verdict.ts';

/** An ID token under test: what its claims are judged by. The header is undefined when it cannot be read. */
export type Subject = {
  known: Known;
  header: ReadonlyMap<string, unknown> | undefined;
  claims: ReadonlyMap<string, unknown>;
  about: About;
};

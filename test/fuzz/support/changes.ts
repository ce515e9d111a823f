import fc from 'fast-check';

/** One change of a text or a JSON value: `kind` chooses how, `at` where, `what` with what. */
export type Change = { kind: number; at: number; what: number };

const any = fc.nat({ max: 0xff_ffff });

/** One change or a few; fast-check takes them away again one by one once a case has failed. */
export const someChanges: fc.Arbitrary<Change[]> = fc
  .array(fc.tuple(any, any, any), { minLength: 1, maxLength: 4 })
  .map((all) => all.map(([kind, at, what]) => ({ kind, at, what })));

/** The item that a number stands for. Every list has one. */
export function pick<T>(items: readonly T[], number: number): T {
  return items[number % items.length] as T; // it has one
}

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';
import { readStrictly } from '../../../src/protocol/strict-token.ts';
import { decodeToken } from '../../../src/protocol/token.ts';
import { cases, noteFinding } from '../../support/whole.ts';

/** In milliseconds: what a case may take of the worker or of a page. */
const hang = 100;

/** In characters: a counterexample may be huge. */
const mostWords = 4000;

type Door<T, R> = {
  inputs: fc.Arbitrary<T>;
  /** What the product makes of an input. It must not throw, and its time is taken. */
  enter: (input: T) => R | Promise<R>;
  /** What must hold of that. */
  hold?: (result: R, input: T) => unknown;
  /** Of all cases, where each takes long. */
  part?: number;
};

/**
 * Sends so many made-up inputs through one door of the product: none may throw, take too long or change what all objects
 * share, and what comes of each must hold.
 */
export async function throughDoor<T, R>(door: string, { inputs, enter, hold, part = 1 }: Door<T, R>): Promise<void> {
  const shared = ownNames();
  let tried = 0;
  let slowest = 0;
  const tryOne = async (input: T) => {
    const from = performance.now();
    const result = await enter(input);
    let least = performance.now() - from;
    tried += 1;
    // a machine with other work to do makes any case slow: then the time counts that this thread had
    for (let again = 0; again < 3 && (least > hang || (again === 0 && least > slowest)); again += 1) {
      forgetTokens(again);
      const before = threadTime();
      await enter(input);
      least = Math.min(least, threadTime() - before);
    }
    slowest = Math.max(slowest, least);
    expect(least, 'milliseconds of one case').toBeLessThanOrEqual(hang);
    await hold?.(result, input);
  };
  const property = fc.asyncProperty(inputs, tryOne);
  await fc.assert(property, { numRuns: Math.ceil(cases(80) * part) }).catch((error: unknown) => {
    // a long run that is ended would take along what it has found
    const cause = error instanceof Error ? String(error.cause).slice(0, mostWords) : '';
    process.stderr.write(`${door}: ${String(error).slice(0, mostWords)}\n${cause}\n`);
    throw error;
  });
  expect(ownNames()).toEqual(shared);
  noteFinding('fuzz', { door, cases: tried, slowestMs: Math.round(slowest * 10) / 10 });
}

/** In milliseconds: how long this thread has run, where the system tells, else how late it is. */
function threadTime(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ', 1)[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

/** Both readers keep their last results, and would read a token the second time in no time. */
function forgetTokens(again: number): void {
  for (let at = 0; at < 9; at += 1) {
    decodeToken(`${again}.${at}.`);
    readStrictly(`${again}.${at}.`);
  }
}

function ownNames(): string[] {
  return [Object.prototype, Array.prototype, Function.prototype].flatMap((one) => Object.getOwnPropertyNames(one));
}

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAllPassed } from '../../src/protocol/checks.ts';
import type { Verdict } from '../../src/protocol/records.ts';
import { readStrictly } from '../../src/protocol/strict-token.ts';
import { decodeToken } from '../../src/protocol/token.ts';
import { judgeIdToken } from '../../src/verify/judge-id-token.ts';
import { faulty } from '../vectors/token-forms.ts';
import { faultless } from '../vectors/token-text.ts';
import { someChanges } from './support/changes.ts';
import { changeToken, goodTokens, knownToIssuer, mutants } from './support/signed-tokens.ts';
import { throughDoor } from './support/through-door.ts';

const seeds = [...goodTokens, faultless, ...faulty.map(([, token]) => token)];
const tokens = fc.tuple(fc.constantFrom(...seeds), someChanges).map(([token, changes]) => changeToken(token, changes));
const known = knownToIssuer();
const ways = ['front_channel', 'token_endpoint'] as const;
const judged = (token: string, from: (typeof ways)[number]) => judgeIdToken(known, token, from);
const passes = (verdicts: readonly Verdict[], check: string) =>
  verdicts.some((verdict) => verdict.check === check && verdict.result === 'pass');

test('a token is read for the eye whatever it is', async () => {
  await throughDoor('token, tolerant', {
    inputs: tokens,
    enter: decodeToken,
    hold(read, token) {
      if (read.kind === 'opaque') return expect(read.length).toBe(token.length);
      for (const { at = 0 } of read.problems) expect(at).toBeGreaterThanOrEqual(0);
      if (read.kind === 'signed') {
        expect(new Set(read.claims.map(([name]) => name)).size).toBe(read.claims.length);
      }
    },
  });
});

test('a token is read for the judge whatever it is', async () => {
  await throughDoor('token, strict', {
    inputs: tokens,
    enter: readStrictly,
    hold(read, token) {
      for (const fault of read.faults) expect(Object.values(fault).every((one) => typeof one === 'string')).toBe(true);
      // what is no JWT to the letter is never without a fault
      const isCompact = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);
      if (read.kind === 'signed' && !isCompact) expect(read.faults).not.toEqual([]);
      if (read.kind === 'opaque') expect(read.faults).not.toEqual([]);
    },
  });
});

describe('the signature', () => {
  beforeAll(async () => {
    for (const [token, from] of goodTokens.flatMap((token) => ways.map((from) => [token, from] as const))) {
      const verdicts = await judged(token, from);
      expect(passes(verdicts, 'signature'), `${token} ${from}`).toBe(true);
      expect(isAllPassed(verdicts), `${token} ${from}`).toBe(true);
    }
  });

  test('of a token that was changed never passes, nor does the answer', async () => {
    await throughDoor('token, judged', {
      inputs: fc.tuple(mutants, fc.constantFrom(...ways)),
      enter: ([token, from]) => judged(token, from),
      hold(verdicts) {
        expect(verdicts.length).toBeGreaterThan(0);
        expect(passes(verdicts, 'signature')).toBe(false);
        expect(isAllPassed(verdicts)).toBe(false);
      },
    });
  });
});

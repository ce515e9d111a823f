import { beforeAll, expect, test } from 'vitest';
import { judgeJarm } from '../../src/verify/judge-jarm.ts';
import { goodTokens, knownToIssuer, mutants } from './support/signed-tokens.ts';
import { throughDoor } from './support/through-door.ts';

const judged = (response: string) =>
  judgeJarm(knownToIssuer({ capture: { params: [['response', response]], events: [] } }));

beforeAll(async () => {
  for (const token of goodTokens) expect(await judged(token), token).toEqual([{ check: 'jarm', result: 'pass' }]);
});

test('an answer in a JWT passes only as the issuer signed it', async () => {
  await throughDoor('answer in a JWT, judged', {
    inputs: mutants,
    enter: judged,
    hold(verdicts) {
      for (const { check, result } of verdicts) expect([check, result]).not.toEqual(['jarm', 'pass']);
    },
  });
});

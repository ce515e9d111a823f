import { expect, test } from 'vitest';
import { fingerprints, newSalt } from '../../../../src/handover/redaction/fingerprint.ts';

const labels = (count: number) => new Map(Array.from({ length: count }, (_, at) => [`value-${at}`, 'code']));

test('of thousands of values no two have the same mark', async () => {
  const marks = await fingerprints(labels(3000), newSalt());
  expect(new Set(marks.values()).size).toBe(3000);
  for (const mark of marks.values()) expect(mark).toMatch(/^‹code [0-9a-f]{4,7}( \d+)?›$/);
});

test('the same salt gives the same marks, another one others', async () => {
  const salt = newSalt();
  const [one, again, other] = await Promise.all([salt, salt, newSalt()].map((of) => fingerprints(labels(20), of)));
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

import { expect, test } from 'vitest';
import { judgeRepeat } from '../../../../tools/release/judges/judge-repeat.mjs';
import { readSums } from '../../../../tools/release/make-elsewhere.mjs';

const here = [
  { file: 'a.zip', sha256: 'a'.repeat(64) },
  { file: 'b.xpi', sha256: 'b'.repeat(64) },
];

test('the same sums pass, in whatever order', () => {
  expect(judgeRepeat({ here, elsewhere: here.toReversed() }).result).toBe('pass');
});

test('another sum, or none, fails and names the package', () => {
  const [a] = here;
  if (!a) throw new Error('no package');
  expect(judgeRepeat({ here, elsewhere: [a] })).toMatchObject({
    result: 'fail',
    said: expect.stringMatching(/^b\.xpi/),
  });
  expect(judgeRepeat({ here, elsewhere: here.map((sum) => ({ ...sum, sha256: 'c' })) }).said).toMatch(/a\.zip, b\.xpi/);
});

test('sums are read as sha256sum writes them', () => {
  expect(readSums(here.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join(''))).toEqual(here);
});

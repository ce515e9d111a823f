import { expect, test } from 'vitest';
import { judgeSize } from '../../../../tools/release/judges/judge-size.mjs';

test.each([
  [99, 'pass'],
  [100, 'pass'],
  [101, 'fail'],
])('%i of 100 bytes: %s', (bytes, result) => {
  expect(judgeSize({ file: 'a.zip', bytes, limit: 100 }).result).toBe(result);
});

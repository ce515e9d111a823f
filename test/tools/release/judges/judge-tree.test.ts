import { expect, test } from 'vitest';
import { judgeTree } from '../../../../tools/release/judges/judge-tree.mjs';

test('a tree without changes passes', () => {
  expect(judgeTree([]).result).toBe('pass');
});

test('what differs is named, the first five of it', () => {
  const verdict = judgeTree([' M build.mjs', '?? new.ts', ...Array.from({ length: 5 }, (_, at) => ` D old-${at}.ts`)]);
  expect(verdict).toMatchObject({ result: 'fail', said: 'build.mjs, new.ts, old-0.ts, old-1.ts, old-2.ts and 2 more' });
});

test('without git nothing can be said, which is no pass', () => {
  expect(judgeTree(undefined).result).toBe('not_checked');
});

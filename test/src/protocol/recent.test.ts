import { expect, test, vi } from 'vitest';
import { keepRecent } from '../../../src/protocol/recent.ts';

function counted(most: { count: number; characters: number }) {
  const made: string[] = [];
  const read = keepRecent((text: string) => {
    made.push(text);
    return { text };
  }, most);
  return { made, read };
}

test('the same text has the same result', () => {
  const { made, read } = counted({ count: 2, characters: 100 });
  expect(read('a')).toBe(read('a'));
  expect(made).toEqual(['a']);
});

test('a result of undefined is a result', () => {
  const make = vi.fn();
  const read = keepRecent(make, { count: 1, characters: 10 });
  read('a');
  read('a');
  expect(make).toHaveBeenCalledOnce();
});

test('what was made first goes first', () => {
  const { made, read } = counted({ count: 2, characters: 100 });
  for (const text of ['a', 'b', 'a', 'c', 'b', 'a']) read(text);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});

test('there is room for so many characters, and a longer text is not kept', () => {
  const { made, read } = counted({ count: 8, characters: 4 });
  for (const text of ['ab', 'cd', 'too long', 'too long', 'ab', 'cd', 'ef', 'ef', 'cd', 'ab']) read(text);
  expect(made).toEqual(['ab', 'cd', 'too long', 'too long', 'ef', 'ab']);
});

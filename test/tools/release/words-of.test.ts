import { expect, test } from 'vitest';
import { fail, notChecked, pass } from '../../../tools/release/verdict.mjs';
import { wordsOf } from '../../../tools/release/words-of.mjs';

test('each check has a line, what to do stands under it, and the end says what was not checked', () => {
  const words = wordsOf([
    pass('size', '1 of 2 bytes'),
    fail('lint', 'X', 'mend it'),
    notChecked('npm audit', '405', 'ask again'),
  ]);
  expect(words.split('\n')).toEqual([
    'pass         size: 1 of 2 bytes',
    'fail         lint: X',
    '             → mend it',
    'not checked  npm audit: 405',
    '             → ask again',
    '',
    '1 passed, 1 failed, 1 not checked (npm audit), which is no pass',
  ]);
});

test('where everything was checked nothing is said of it', () => {
  expect(wordsOf([pass('size', 'small')])).toMatch(/\n1 passed, 0 failed$/);
});

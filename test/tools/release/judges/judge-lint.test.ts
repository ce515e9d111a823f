import { expect, test } from 'vitest';
import { judgeLint } from '../../../../tools/release/judges/judge-lint.mjs';

const message = { code: 'UNSAFE_VAR_ASSIGNMENT', message: 'Unsafe assignment to innerHTML', file: 'popup.js', line: 1 };

test('notices alone pass', () => {
  expect(judgeLint({ errors: [], warnings: [], notices: [message] }).result).toBe('pass');
});

test.each(['errors', 'warnings'])('%s fail, and are named with their place', (kind) => {
  expect(judgeLint({ errors: [], warnings: [], notices: [], [kind]: [message] })).toMatchObject({
    result: 'fail',
    said: 'UNSAFE_VAR_ASSIGNMENT: Unsafe assignment to innerHTML (popup.js:1)',
  });
});

import { expect, test } from 'vitest';
import { isWildcard } from '../../../src/protocol/url.ts';

test.each([
  ['*', true],
  ['*.example.com', true],
  // as Chromium writes it
  ['%2A', true],
  ['a%2a.example', true],
  ['app.example.com', false],
  ['2a.example', false],
])('of the host %s it is %s that it may stand for others', (hostname, isAny) => {
  expect(isWildcard({ hostname } as URL)).toBe(isAny);
});

import { expect, test } from 'vitest';
import { roleSelector } from '../../tools/browsers/role-selectors.mjs';

test('an element that says another role loses the one it implies', () => {
  expect(roleSelector('link')).toBe('[role="link"], :is(a[href], area[href]):not([role])');
});

test('a role that no element implies must be said', () => {
  expect(roleSelector('tab')).toBe('[role="tab"]');
});

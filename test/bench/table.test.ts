import { expect, test } from 'vitest';
import { tableOf } from '../../bench/table.mjs';

test('the table says of each row whether its bound is held, with what others cost below', () => {
  const rows = [
    { name: 'page', ratio: 1.004, bound: 1.02 },
    { name: 'worker starts', ratio: 3, bound: 0 },
    { name: 'callback', ratio: 1.504, bound: 1.5 },
  ];
  expect(tableOf(rows, [{ name: 'a tracer', wall: 1.1, cpu: 1.25 }])).toBe(`measured now   figure  bound
page             1.00   1.02  held
worker starts       3      0  over
callback         1.50   1.50  over

others on the page of 400 requests, measured before  wall   CPU
a tracer                                             1.10  1.25
`);
});

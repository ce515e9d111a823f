import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkIds } from '../src/protocol/checks.ts';

test('docs/checks.md names every check, and none that there is not', () => {
  const text = readFileSync(new URL('../docs/checks.md', import.meta.url), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, id]) => id));
  expect(named.toSorted()).toEqual(checkIds.toSorted());
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Entry = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };
const { packages }: { packages: Record<string, Entry> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

// A registry that holds the packages of one platform alone makes npm leave the others out, and `npm ci` refuses the file.
test('the lockfile names every optional package of every platform', () => {
  const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${at}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('the lockfile holds no download address, and every version is exact', () => {
  for (const [at, { resolved, version }] of Object.entries(packages)) {
    expect(resolved, at).toBeUndefined();
    if (at !== '') expect(version, at).toMatch(/^\d+\.\d+\.\d+/);
  }
});

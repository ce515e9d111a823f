import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budget, expectWithin, OverBudget, weighFirst, weighPacked } from '../../tools/build-size.mjs';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'claimcheck-size-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a weight over its limit is named with both numbers and its biggest parts, one within it is not', () => {
  const weights = [
    { what: 'small.html', bytes: 10, limit: 10, parts: [['small.ts', 10]] satisfies [string, number][] },
    {
      what: 'large.html',
      bytes: 35,
      limit: 30,
      parts: [
        ['a.ts', 5],
        ['b.ts', 30],
      ] satisfies [string, number][],
    },
  ];
  expect(() => expectWithin(weights)).toThrow(OverBudget);
  expect(() => expectWithin(weights)).toThrow(
    /^large\.html: 35 bytes, 5 over the limit of 30\. The biggest parts:\n +30 {2}b\.ts\n +5 {2}a\.ts$/,
  );
  expect(expectWithin(weights.slice(0, 1))).toBeUndefined();
});

describe('what a page loads before it paints', () => {
  test('is what its static imports bring, each package as one part; what is imported later does not count', async () => {
    const sources = { 'first.js': 'import "./shared.js"; import("./later.js")', 'other.js': 'import "./shared.js"' };
    const shared = { 'shared.js': 'globalThis.shared = 1', 'later.js': `globalThis.later = "${'x'.repeat(5000)}"` };
    for (const [name, text] of Object.entries({ ...sources, ...shared }))
      await writeFile(path.join(folder, name), text);
    const { metafile } = await build({
      absWorkingDir: folder,
      entryPoints: ['first.js', 'other.js'],
      ...({ bundle: true, format: 'esm', splitting: true, metafile: true } as const),
      outdir: 'out',
    });
    const { bytes, limit, parts } = await weighFirst('out/first.js', metafile, folder);
    expect(limit).toBe(budget.paint);
    expect(parts.map(([name]) => name).sort()).toEqual(['first.js', 'shared.js']);
    expect(bytes).toBeLessThan(5000);
    expect(bytes).toBeGreaterThan(2 * gzipSync('').length);
  });
});

test('the packed extension is what a zip of it weighs', async () => {
  const out = path.join(folder, 'packed');
  await build({ stdin: { contents: 'globalThis.a = 1' }, outfile: path.join(out, 'in', 'a.js') });
  await writeFile(path.join(out, 'b.txt'), 'b'.repeat(10_000));
  const { bytes, parts } = await weighPacked(out);
  expect(parts.map(([name]) => name).sort()).toEqual(['b.txt', path.join('in', 'a.js')]);
  // two local headers, two entries of the directory and its end (APPNOTE.TXT 4.3), and what 10,000 letters pack into
  expect(bytes).toBeGreaterThan(2 * (30 + 46) + 22 + 2 * ('in/a.js'.length + 'b.txt'.length));
  expect(bytes).toBeLessThan(400);
});

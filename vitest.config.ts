import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' } as const;

/** One for each of two cores; left to itself, vitest keeps one of them free. */
const maxWorkers = 2;

const beside = ['test/e2e/**', 'test/proofs/**', 'test/soak/**', 'test/fuzz/**'];
/** What a test in a real browser may take; of a whole run, which tools/whole.mjs starts, an hour. */
const patience = process.env.CLAIMCHECK_WHOLE ? 3_600_000 : 120_000;
/** Each file starts a browser. */
const inBrowsers = (name: string) => ({
  esbuild: jsx,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: patience,
    hookTimeout: patience,
    maxWorkers,
    // what a file imports takes longer to read than some take to run
    isolate: false,
  },
});

/** What replaces a module, or has them read anew, needs a world of its own: else others find what it left. */
const apart = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts') && /vi\.(mock|resetModules)\(/.test(readFileSync(name, 'utf8')));

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        esbuild: jsx,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...beside, ...apart],
          testTimeout: 30_000,
          // most files take less time than a world of their own would
          pool: 'threads',
          isolate: false,
          maxWorkers,
        },
      },
      {
        esbuild: jsx,
        test: { name: 'unit-apart', include: apart, testTimeout: 30_000, pool: 'threads', maxWorkers },
      },
      {
        esbuild: jsx,
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
          testTimeout: patience,
          pool: 'threads',
          isolate: false,
          maxWorkers,
        },
      },
      inBrowsers('e2e'),
      inBrowsers('proofs'),
      inBrowsers('soak'),
    ],
  },
});

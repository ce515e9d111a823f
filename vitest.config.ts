import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' } as const;

/** What replaces a module, or has them read anew, needs a world of its own: else others find what it left. */
const apart = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts') && /vi\.(mock|resetModules)\(/.test(readFileSync(name, 'utf8')));

export default defineConfig({
  test: {
    projects: [
      {
        esbuild: jsx,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', ...apart],
          testTimeout: 30_000,
          // most files take less time than a world of their own would
          pool: 'threads',
          isolate: false,
        },
      },
      {
        esbuild: jsx,
        test: { name: 'unit-apart', include: apart, testTimeout: 30_000, pool: 'threads' },
      },
      {
        esbuild: jsx,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // two cores, and each file starts a browser
          maxWorkers: 2,
        },
      },
    ],
  },
});

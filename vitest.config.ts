import { defineConfig } from 'vitest/config';

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' } as const;

export default defineConfig({
  test: {
    projects: [
      {
        esbuild: jsx,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          testTimeout: 30_000,
          // most files take less time than a world of their own would
          pool: 'threads',
          isolate: false,
        },
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

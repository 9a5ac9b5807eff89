// One project per kind of test, so that `vitest run --project unit` stays fast while `npm test` runs them all.
import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], extra: Record<string, unknown> = {}) => ({
  test: { name, include, testTimeout: 30_000, hookTimeout: 60_000, ...extra },
});

const globalSetup = ['test/build-once.ts'];

export default defineConfig({
  test: {
    projects: [
      project('unit', ['src/**/*.test.ts', 'web/**/*.test.ts']),
      project('tidy', ['test/tidy/**/*.test.ts']),
      project('golden', ['test/golden/**/*.test.ts']),
      project('fuzz', ['test/fuzz/**/*.test.ts']),
      project('e2e', ['test/e2e/**/*.test.ts'], {
        testTimeout: 120_000,
        hookTimeout: 180_000,
        fileParallelism: false,
        globalSetup,
      }),
      project('crash', ['test/crash/**/*.test.ts'], { testTimeout: 120_000, globalSetup }),
    ],
  },
});

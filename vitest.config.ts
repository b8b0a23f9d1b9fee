import { defineConfig } from 'vitest/config';

/** Tests of pure functions over the language model: one process runs them all, so that the model is loaded once. */
const SHARED =
  'test/{answer,benchmarks,commands,corpus,fuzz,library,scheduling,search,text,timeline,training}/**/*.test.ts';
const NEVER = ['node_modules/**'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/property-seed.ts'],
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'library', include: [SHARED], exclude: NEVER, isolate: false } },
      {
        extends: true,
        test: { name: 'program', include: ['test/**/*.test.ts'], exclude: [SHARED, ...NEVER] },
      },
    ],
  },
});

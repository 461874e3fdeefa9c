import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two workers: the engines and the browser under test need a core of their own.
    maxWorkers: 2,
    globalSetup: ['test/support/global-setup.ts'],
  },
});

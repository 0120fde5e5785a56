import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'playground/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    pool: 'forks',
    // The libraries and the project take a second to load: once a worker, not once a file. No test changes what another may see.
    isolate: false,
    // Vitest would leave a processor to itself, which is half of a machine with two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['test/support/global-postgres.ts'],
  },
});

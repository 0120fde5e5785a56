import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { keepInMemory } from './test/support/in-memory.ts';

keepInMemory();

/** What starts bots as processes of their own takes longest, however short its file: begun last, it would be waited for. */
const longest = /\/(main|[a-z-]*kill[a-z-]*|own-store|postgres-away|files|library)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const [first, then] = [true, false].map(one => sorted.filter(file => longest.test(file.moduleId) === one));
    return [...(first ?? []), ...(then ?? [])];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'playground/**/*.test.ts'],
    testTimeout: 45_000,
    hookTimeout: 60_000,
    // Every wait is for a condition: a busy machine may take its time, and only what never comes fails.
    expect: { poll: { timeout: 15_000, interval: 10 } },
    pool: 'forks',
    // The libraries and the project take a second to load: once a worker, not once a file. No test changes what another may see.
    isolate: false,
    // Much of their time tests wait: for processes, and for what does not answer. Two more workers than processors leave a tenth of two of them idle (14 min of processor time in 8 of the clock).
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: LongestFirst },
    setupFiles: ['test/support/plans/after-each.ts'],
    globalSetup: ['test/support/global-postgres.ts'],
  },
});

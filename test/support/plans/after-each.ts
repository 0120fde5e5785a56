import { afterEach } from 'vitest';
import { faults } from './recorder.ts';

afterEach(async () => {
  const found = await faults();
  if (found.length > 0)
    throw new Error(
      `The store reads more than it must. Give these an index, or say in plans/judge.ts why there is little to read.\n${found.join('\n')}`,
    );
});

import { afterEach, expect } from 'vitest';
import { faults } from './recorder.ts';

afterEach(async () => {
  if (/[\\/]test[\\/](journeys|page|playground)[\\/]|main\.test/.test(expect.getState().testPath ?? '')) return; // judged where a statement has its own test
  const found = await faults();
  if (found.length > 0)
    throw new Error(
      `The store reads more than it must. Give these an index, or say in plans/judge.ts why there is little to read.\n${found.join('\n')}`,
    );
});

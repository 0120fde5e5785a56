import { describe, expect, it } from 'vitest';
import { engines } from '../support/engines.ts';
import { amira, mo, village } from '../support/village.ts';

describe.each(engines)('$engine', ({ skip, migrated }) => {
  it.skipIf(skip)('more than a thousand words are too many to look for, and no reason to fail', async () => {
    const { presses, store } = await village(await migrated());
    const many = Array.from({ length: 1500 }, (_, n) => `w${n}`).join(' ');
    expect(await presses(amira, 'cop find', { words: many })).toMatch(/w0 w1/);
    expect(await presses(amira, 'cop edit', { cop: many })).toMatch(/There is no CoP called/);
    expect(await presses(mo, 'document find', { words: `dressing ${many}` })).not.toMatch(/Dressing protocol/);
    expect(await presses(amira, 'cop find', { words: 'x'.repeat(5000) })).toMatch(/xxx/);
    await store.close();
  });
});

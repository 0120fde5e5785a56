import { expect, it } from 'vitest';
import { sealWith } from '../../src/bot/seal.ts';

it('opens for its owner alone, under the same secret', () => {
  const sealed = sealWith('one').close('a token', 'amira');
  expect(sealed).not.toContain('token');
  expect(sealWith('one').open(sealed, 'amira')).toBe('a token');
  expect(sealWith('one').open(sealed, 'ben')).toBeUndefined();
  expect(sealWith('two').open(sealed, 'amira')).toBeUndefined();
  expect(sealWith('one').open(`${sealed.slice(0, -2)}AA`, 'amira')).toBeUndefined();
  expect(sealWith('one').open('', 'amira')).toBeUndefined();
});

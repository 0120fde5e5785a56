/** What ends a process is said whole: with what it came from, and without a secret. */
import { expect, it } from 'vitest';
import { complaint } from '../src/complaint.ts';
import { ConfigError } from '../src/config.ts';

it('says what it came from, without a token in it', () => {
  const disk = new Error('there is no room', { cause: 'xoxb-1234567890-abcdefghij' });
  const said = complaint(new Error('it could not be copied', { cause: disk }));
  expect(said).toMatch(/it could not be copied[\s\S]*because of: Error: there is no room[\s\S]*because of: /);
  expect(said).not.toContain('abcdefghij');
  expect(complaint(new ConfigError('TZ is wrong', { cause: disk }))).not.toMatch(/room|\n +at /);
});

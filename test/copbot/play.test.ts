/** `copbot playground` is told of every variable there is: what would reach something real is taken away. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ours } from '../../src/copbot/play.ts';

/** These reach nothing that is kept, and nobody. */
const harmless = [
  'DOCUMENTS_MAX_MB',
  'GUIDES_DIR',
  'LOG_LEVEL',
  'METRICS_HOST',
  'PLAYGROUND_PORT',
  'SECRET_KEY',
  'TZ',
  'HTTPS_PROXY',
  'NO_PROXY',
];

it('leaves alone what you have: tokens, database, folders, ports', () => {
  const example = readFileSync(path.join(import.meta.dirname, '../../.env.example'), 'utf8');
  const all = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  expect(all).toContain('BACKUP_DIR');
  expect([...Object.keys(ours), ...harmless]).toEqual(expect.arrayContaining(all));
});

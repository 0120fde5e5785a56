/** `copbot playground` and `copbot demo` know every variable there is: what would reach something real is taken away. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { unset } from '../../playground/demo/serve.ts';
import { variables } from '../../src/config.ts';
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

const example = readFileSync(path.join(import.meta.dirname, '../../.env.example'), 'utf8');
const all = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name ?? '');

it('.env.example names every variable that there is', () => {
  expect(all.filter(name => !/_PROXY$/.test(name)).sort()).toEqual(variables.toSorted());
});

it('leaves alone what you have: tokens, database, folders, ports', () => {
  expect(all).toContain('BACKUP_DIR');
  expect([...Object.keys(ours), ...harmless]).toEqual(expect.arrayContaining(all));
});

/** What stands in .env is a real bot's: its backups would be tidied by the demo's, which is called as it is. */
it('the demo’s bot, and any that a test starts, has none of it but the hour', () => {
  expect([...Object.keys(unset), 'TZ']).toEqual(expect.arrayContaining(all));
  expect(Object.keys(unset)).toEqual(expect.arrayContaining(['HTTP_PROXY', 'http_proxy', 'https_proxy']));
  expect(Object.values(unset).join('')).toBe('');
});

/** What docs/security.md says stops somebody is shown by tests that are there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const words = readFileSync(path.join(root, 'docs/security.md'), 'utf8');
const rows = words.split('\n').filter(line => line.startsWith('| ') && !line.startsWith('| who | wants'));

it('names for each who attacks it a test that is there', () => {
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const named = [...row.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file ?? '');
    expect(named.length, row).toBeGreaterThan(0);
    for (const file of named) expect(existsSync(path.join(root, file)), file).toBe(true);
  }
});

it('is found from where somebody reports something', () => {
  expect(readFileSync(path.join(root, 'SECURITY.md'), 'utf8')).toContain('(docs/security.md)');
});

/** What `npm run check` says of the licences of libraries. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'cop-licences-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function checked(packages?: Readonly<Record<string, object>>) {
  const lock = path.join(folder, 'package-lock.json');
  if (packages) writeFileSync(lock, JSON.stringify({ packages: { '': { name: 'ours' }, ...packages } }));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['licences.ts', ...(packages ? [lock] : [])], {
    cwd: path.join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

it('lets pass what is installed here', () => {
  expect(checked()).toEqual({ status: 0, said: expect.stringMatching(/^licences: \d{3,} packages/) });
});

it('takes a choice, and asks for all of what holds together', () => {
  const lets = (license: string) => checked({ 'node_modules/one': { version: '1.0.0', license } }).status;
  expect(lets('(MIT OR GPL-3.0-only)')).toBe(0);
  expect(lets('MIT AND GPL-3.0-only')).toBe(1);
});

it('names what is unknown, unread or not agreed to, however deep it lies', () => {
  const { status, said } = checked({
    'node_modules/fine': { version: '1.0.0', license: 'MIT' },
    'node_modules/none': { version: '2.0.0' },
    'node_modules/@who/odd': { version: '3.0.0', license: 'SEE LICENSE IN LICENSE.txt' },
    'node_modules/fine/node_modules/strict': { version: '4.0.0', license: 'AGPL-3.0-only' },
  });
  expect(status).toBe(1);
  expect(said).toMatch(
    /none 2\.0\.0: names no licence\n@who\/odd 3\.0\.0: SEE LICENSE IN LICENSE\.txt\nstrict 4\.0\.0: AGPL-3\.0-only/,
  );
  expect(said).not.toContain('fine');
});

/** Setting up, as before every script: with an npm that does as the real one does, or fails as it does without a network. */
import { spawnSync } from 'node:child_process';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cop-setup-'));
  copyFileSync(path.join(import.meta.dirname, '../setup.js'), at('setup.js'));
  writeFileSync(at('package.json'), '{"type":"module"}');
  writeFileSync(at('package-lock.json'), '{}');
  mkdirSync(at('node_modules/library'), { recursive: true });
  writeFileSync(at('node_modules/library/index.js'), 'old');
  writeFileSync(at('node_modules/.package-lock.json'), '{}');
  utimesSync(at('node_modules/.package-lock.json'), 1, 1); // the lock is of a newer version
});
afterEach(() => rmSync(folder, { recursive: true }));

/** `npm ci` deletes what is there before it asks for anything. */
function setUp(then: string, node = process.execPath): { status: number | null; stderr: string } {
  const npm = at('npm.cjs');
  writeFileSync(
    npm,
    `const fs = require('fs');\nfs.rmSync('node_modules', { recursive: true, force: true });\n${then}`,
  );
  return spawnSync(node, ['setup.js'], {
    cwd: folder,
    env: { PATH: process.env.PATH, npm_execpath: npm },
    encoding: 'utf8',
  });
}

const whole =
  "fs.mkdirSync('node_modules/.bin', { recursive: true }); fs.writeFileSync('node_modules/.package-lock.json', '{}')";
const halfOfOne = "fs.mkdirSync('node_modules/half', { recursive: true }); process.exit(1)";

it('that does not finish leaves what was installed before, which the bot still runs on', () => {
  for (const time of ['once', 'and once more']) {
    const { status, stderr } = setUp(halfOfOne);
    expect(status, time).toBe(1);
    expect(stderr).toMatch(
      /did not finish.*Is this machine online[\s\S]*What was installed before is back in its place/,
    );
    expect(readFileSync(at('node_modules/library/index.js'), 'utf8'), time).toBe('old');
    expect(existsSync(at('node_modules/half'))).toBe(false);
  }
});

it('that was cut off in between is begun anew, and what was before that is back if that fails too', () => {
  setUp("fs.mkdirSync('node_modules/half', { recursive: true }); process.kill(process.ppid, 'SIGKILL')");
  expect(existsSync(at('node_modules/library'))).toBe(false);
  expect(setUp(halfOfOne).status).toBe(1);
  expect(existsSync(at('node_modules/library'))).toBe(true);
});

it('that finishes leaves nothing of it', () => {
  const { status } = setUp(whole);
  expect(status).toBe(0);
  expect(existsSync(at('node_modules/library'))).toBe(false);
  expect(existsSync(at('node_modules.before'))).toBe(false);
});

it('runs npm on the Node that is among the libraries, as npm runs this', () => {
  const node = at('node_modules/node-here/bin/node');
  mkdirSync(path.dirname(node), { recursive: true });
  copyFileSync(process.execPath, node, constants.COPYFILE_FICLONE);
  const { status, stderr } = setUp(whole, node);
  expect(stderr).not.toMatch(/did not finish/);
  expect(status).toBe(0);
  expect(existsSync(at('node_modules/library'))).toBe(false);
});

it('that was ended when all was there leaves nothing of it with the next start', () => {
  setUp(`${whole}; process.kill(process.ppid, 'SIGKILL')`);
  expect(existsSync(at('node_modules.before'))).toBe(true);
  expect(setUp(whole).status).toBe(0);
  expect(existsSync(at('node_modules.before'))).toBe(false);
});

const locked = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages });
const [kysely, vitest] = [
  { version: '1.0.0', integrity: 'sha512-a' },
  { version: '2.0.0', integrity: 'sha512-b', dev: true },
];
const elsewhere = { version: '1.0.0', integrity: 'sha512-c', optional: true, os: ['plan9'], cpu: ['vax'] };
const here = { ...elsewhere, os: [process.platform], cpu: [process.arch] };
const all = { '': {}, 'node_modules/kysely': kysely, 'node_modules/vitest': vitest, 'node_modules/other': elsewhere };
const copied = (lock: object, there: object) => {
  writeFileSync(at('package-lock.json'), locked(lock));
  writeFileSync(at('node_modules/.package-lock.json'), locked(there));
  utimesSync(at('node_modules/.package-lock.json'), 1, 1);
  return setUp(halfOfOne);
};

it('fetches nothing where what is there is what the lock names, however old it is: copied, or as it was again', () => {
  const { '': _, 'node_modules/other': __, ...there } = all;
  expect(copied(all, there)).toMatchObject({ status: 0, stderr: '' });
  expect(statSync(at('node_modules/.package-lock.json')).mtimeMs).toBeGreaterThan(1000); // not looked at again
  expect(readFileSync(at('node_modules/library/index.js'), 'utf8')).toBe('old');
});

it.each([
  ['another version', { ...all, 'node_modules/kysely': { ...kysely, version: '1.0.1' } }],
  ['other content', { ...all, 'node_modules/kysely': { ...kysely, integrity: 'sha512-z' } }],
  ['one more', { ...all, 'node_modules/more': kysely }],
  ['what this machine needs, and another did not', { ...all, 'node_modules/here': here }],
  ['one less', { '': {}, 'node_modules/kysely': kysely }],
])('fetches what the lock names where it names %s', (_what, lock) => {
  const { '': _, ...there } = all;
  expect(copied(lock, there)).toMatchObject({ status: 1, stderr: expect.stringMatching(/did not finish/) });
});

it('fetches what the lock names where what says what is there was written by half', () => {
  writeFileSync(at('package-lock.json'), locked(all));
  writeFileSync(at('node_modules/.package-lock.json'), locked(all).slice(0, 40));
  utimesSync(at('node_modules/.package-lock.json'), 1, 1);
  expect(setUp(halfOfOne)).toMatchObject({ status: 1, stderr: expect.stringMatching(/did not finish/) });
});

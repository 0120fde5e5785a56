// Runs before every npm script, on whatever Node the machine has (20 or later): plain JavaScript, no dependencies.
// Installs what package-lock.json names when it isn't there yet, or when the lock is newer than what was installed, and names something else.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';

const lock = 'package-lock.json';
const installed = 'node_modules/.package-lock.json';
const before = 'node_modules.before';

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(
    `This needs Node 20 or later with npm to set itself up; you have ${process.version}. Get it from nodejs.org.`,
  );
  process.exit(1);
}

if (!existsSync(installed) || (statSync(installed).mtimeMs < statSync(lock).mtimeMs && !isTheSame())) {
  console.error(
    'Setting up (once): installing the libraries and the Node 24 that this project runs on. It takes about a minute…',
  );
  setAside();
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error'];
  const run = npm
    ? spawnSync(ownNode(), [npm, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (run.status !== 0) {
    if (run.error) console.error(`npm could not be started: ${run.error.message}`);
    console.error(
      'The installation did not finish; what npm said is above. Is this machine online, and is its npm registry reachable?',
    );
    if (putBack()) console.error('What was installed before is back in its place: a bot that runs on it goes on.');
    process.exit(run.status ?? 1);
  }
}
rmSync(before, { recursive: true, force: true }); // also what one left that was ended just before this

/** What is there is what the lock names, which was only copied, or is as it was again: nothing is to be fetched, and where there is no network nothing could be. */
function isTheSame() {
  const [named, there] = [lock, installed].map(packagesIn);
  if (!named || !there) return false;
  const ofOthers = one => !one.os?.includes(process.platform) || !one.cpu?.includes(process.arch) || one.libc;
  const maybe = one =>
    (one.optional && ofOthers(one)) || one.devOptional || (one.dev && process.env.NODE_ENV === 'production');
  const same =
    Object.entries(there).every(
      ([at, { version, integrity }]) => named[at]?.version === version && named[at]?.integrity === integrity,
    ) && Object.entries(named).every(([at, one]) => at === '' || at in there || maybe(one));
  try {
    if (same) utimesSync(installed, new Date(), new Date());
  } catch {
    // it is somebody else's: then it is looked at again the next time
  }
  return same;
}

/** Nothing, of what was written by half, or is no such file. */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** npm begins by deleting what is there: without a network a bot that had run would start no more. */
function setAside() {
  if (!existsSync(installed)) return; // half of one, at most; what was before that may still be aside
  try {
    rmSync(before, { recursive: true, force: true });
    renameSync('node_modules', before);
  } catch {
    // something holds it, as on Windows beside a running bot; or it is a place of its own. Then npm does as it does
  }
}

/** npm puts the Node among the libraries first on the path: then that is what runs this, and it has gone aside with them. */
function ownNode() {
  const { execPath } = process;
  return existsSync(execPath) ? execPath : execPath.replace(path.resolve('node_modules'), path.resolve(before));
}

function putBack() {
  if (!existsSync(before)) return false;
  rmSync('node_modules', { recursive: true, force: true });
  renameSync(before, 'node_modules');
  return true;
}

// What could only be compiled with, which is never done here: the headers of Node's C++ interface (67 MB), and SQLite's own source.
const libraries = existsSync('node_modules') ? readdirSync('node_modules') : [];
const headers = libraries.filter(name => /^node-(bin-)?(linux|darwin)/.test(name)).map(name => `${name}/include`);
for (const folder of [...headers, 'better-sqlite3/deps'])
  rmSync(`node_modules/${folder}`, { recursive: true, force: true });

// The scripts run on the Node that came with the libraries; where there is none for this machine, its own has to do.
const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
const ownWillDo = ownMajor > 22 || (ownMajor === 22 && ownMinor >= 18);
if (!existsSync('node_modules/.bin/node') && !ownWillDo) {
  console.error(
    `There is no ready-made Node 24 for ${process.platform} ${process.arch}, and yours is ${process.version}. Install Node 24 (nodejs.org), then run the same command again.`,
  );
  process.exit(1);
}

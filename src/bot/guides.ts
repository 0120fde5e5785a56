/** Reads the guides once, at start. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Guide, type Guides, guideNames } from '../messages/guide.ts';

const ownFolder = path.join(import.meta.dirname, '../../guides');

export function readGuides(folder: string = ownFolder): Guides {
  return Object.fromEntries(
    guideNames.map(name => [name, readGuide(path.join(folder, `${name}.md`), name)]),
  ) as unknown as Guides;
}

function readGuide(file: string, name: Guide['name']): Guide {
  const words = readFileSync(file, 'utf8').trim();
  const [first = '', ...rest] = words.split('\n');
  if (!first.startsWith('# '))
    throw new Error(`${file}, line 1: a guide begins with its title, as in "# Start-up guide"`);
  return { name, title: first.slice(2).trim(), markdown: rest.join('\n').trim() };
}

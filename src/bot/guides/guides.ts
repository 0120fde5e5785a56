/** Reads the guides once, at start: ours, or in the place of any of them the network's own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { guideNames } from '../../domain/guide.ts';
import { type Language, languages } from '../../domain/language.ts';
import { formats } from '../../domain/meeting.ts';
import type { Guide, Guides } from '../../messages/guide.ts';
import { pngOf } from '../../pictures/png.ts';
import { type Fault, guideFrom } from './guide-file.ts';

const ownFolder = path.join(import.meta.dirname, '../../../guides');
/** English stands in the folder itself, every other language in one below it, named by its code. */
const below = languages.filter(one => one !== 'en');
/** Discord takes 10 MB with a message. */
const mostBytes = 8_000_000;

/** All that is wrong with them, a line each: the file, the line in it, what to do. */
export class GuidesError extends Error {}

/** A network's own text stands for every language that it has none of its own for: what they wrote comes before what we translated. */
export function readGuides(folder?: string): Readonly<Record<Language, Guides>> {
  const faults: string[] = [];
  const theirs = folder === undefined ? none : filesIn(folder, faults);
  const english = readAll(theirs, ownFolder, faults);
  const others = below.map(language => {
    const own = folder && existsSync(path.join(folder, language)) ? filesIn(path.join(folder, language), faults) : none;
    return [language, readAll(new Map([...theirs, ...own]), path.join(ownFolder, language), faults)];
  });
  if (faults.length > 0) throw new GuidesError([...new Set(faults)].join('\n'));
  return { en: english, ...Object.fromEntries(others) };
}

const none: ReadonlyMap<string, string> = new Map();

function readAll(theirs: ReadonlyMap<string, string>, ownFolder: string, faults: string[]): Guides {
  const ours = filesIn(ownFolder, faults);
  const guides = all.flatMap(({ name, at }) => {
    const [text, drawing] = [`${at}.md`, `${at}.svg`];
    const guide = readText(name, theirs.get(text) ?? path.join(ownFolder, text), faults);
    const file = theirs.get(drawing) ?? (theirs.has(text) ? undefined : ours.get(drawing)); // our drawing shows what our text says
    const picture = file && readPicture(name, file, faults);
    return guide ? [{ ...guide, ...(picture && { picture }) }] : [];
  });
  faults.push(...sameTitles(guides));
  return Object.fromEntries(guides.map(guide => [guide.name, guide])) as unknown as Guides;
}

/** The agendas of meetings are in a folder of their own. */
const agendas = 'meetings';
const all = [
  ...guideNames.map(name => ({ name, at: name as string })),
  ...formats.map(name => ({ name, at: `${agendas}/${name}` })),
];
const known = new Set(all.flatMap(({ at }) => [`${at}.md`, `${at}.svg`]));

/** File names and their paths. What an editor or a system keeps there for itself, behind a dot, is nobody's guide. */
function filesIn(folder: string, faults: string[]): ReadonlyMap<string, string> {
  try {
    const names = readdirSync(folder, { withFileTypes: true }).flatMap(one => {
      if (one.name.startsWith('.') || below.some(language => language === one.name)) return [];
      if (one.name !== agendas || !one.isDirectory()) return [one.name];
      return readdirSync(path.join(folder, agendas)).flatMap(name =>
        name.startsWith('.') ? [] : [`${agendas}/${name}`],
      );
    });
    for (const name of names.filter(one => !known.has(one)))
      faults.push(`${path.join(folder, name)}: no guide is called so; the names are ${[...known].join(', ')}`);
    return new Map(names.map(name => [name, path.join(folder, name)]));
  } catch (error) {
    faults.push(`GUIDES_DIR ${folder}: it is no folder that can be read (${codeOf(error)})`);
    return new Map();
  }
}

function readText(name: Guide['name'], file: string, faults: string[]): Guide | undefined {
  const words = contentOf(file, faults);
  if (words === undefined) return undefined;
  const read = guideFrom(name, words);
  if ('guide' in read) return read.guide;
  faults.push(...read.faults.map(fault => told(file, fault)));
  return undefined;
}

function readPicture(name: Guide['name'], file: string, faults: string[]): Guide['picture'] {
  const svg = contentOf(file, faults);
  if (svg === undefined) return undefined;
  const alt = /<desc\b[^>]*>([^<]+)<\/desc>/.exec(svg)?.[1]?.replace(/\s+/g, ' ').trim();
  try {
    const png = pngOf(svg);
    if (!alt)
      faults.push(told(file, { what: 'it needs a <desc>, which is read out to people who do not see the drawing' }));
    else if (png.byteLength > mostBytes) faults.push(told(file, { what: 'as a picture it is larger than 8 MB' }));
    else return { png, name: `${name}.png`, alt };
  } catch (error) {
    faults.push(told(file, { what: `it can't be drawn: ${error instanceof Error ? error.message : error}` }));
  }
  return undefined;
}

function contentOf(file: string, faults: string[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const what = error instanceof TypeError ? 'it is not written in UTF-8' : `it can't be read (${codeOf(error)})`;
    faults.push(told(file, { what }));
    return undefined;
  }
}

/** On Discord a guide is found again by its title. */
const sameTitles = (guides: readonly Guide[]): readonly string[] =>
  guides.flatMap(({ title, name }, n) => {
    const before = guides.slice(0, n).find(one => one.title.toLowerCase() === title.toLowerCase());
    return before ? [`${name}.md, line 1: its title is that of ${before.name}.md too; each needs its own`] : [];
  });

const told = (file: string, { line, what }: Fault): string =>
  `${file}${line === undefined ? '' : `, line ${line}`}: ${what}`;
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

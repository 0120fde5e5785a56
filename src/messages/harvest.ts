/** What a CoP that is closed leaves behind: one document, in Markdown. */
import type { Closing } from '../domain/closing.ts';
import type { Cop } from '../domain/cop.ts';
import type { Role } from '../domain/core-role.ts';
import { type Document, opensAt } from '../domain/document.ts';
import type { Language } from '../domain/language.ts';
import type { Statement } from '../domain/statement.ts';
import { tidied } from '../domain/words.ts';
import { type Card, joined, plural, type Text, text, writtenTime } from '../platform/card.ts';
import { plainIn } from './language.ts';
import { peopleIn } from './people.ts';
import { nameOf } from './role.ts';

export interface HarvestView {
  readonly cop: Cop;
  readonly closing: Closing;
  readonly people: number;
  /** By name, where they'd like to be named. */
  readonly facilitators: readonly (string | undefined)[];
  /** Those besides who'd like to be named, whatever they carried. */
  readonly others: readonly string[];
  /** The latest first. */
  readonly statements: readonly Statement[];
  readonly carried: readonly {
    readonly role: Role;
    readonly name: string | undefined;
    readonly since: number;
    readonly until: number | undefined;
  }[];
  readonly papers: readonly Document[];
  readonly mostOpened: readonly { readonly paper: Document; readonly times: number }[];
}

/** With the document. `isHere`: in the space, the last message of all. */
export const harvestCard = (view: HarvestView, isHere: boolean): Card => ({
  body: [
    {
      kind: 'text',
      text: isHere
        ? lastWord(view)
        : text`**${view.cop.name}** is closed. This is what it leaves behind, for you to keep. Whoever facilitated it can open it again, with ${{ slash: 'cop reopen' }}.`,
    },
  ],
});

function lastWord(view: HarvestView): Text {
  const names = partsOf(view).map(one => one.name);
  return names.length === 0
    ? text`**${view.cop.name}** is closed. This is what it leaves behind. Thank you all.`
    : text`**${view.cop.name}** is closed. This is what it leaves behind: ${joined(names, ', ')}. Thank you all.`;
}

export const harvestIn = (view: HarvestView, language: Language): string =>
  [begun(view), ...partsOf(view).flatMap(one => one.texts)]
    .map(one => plainIn(one, language))
    .join('\n\n')
    .concat('\n');

/** Those that there is something of. */
const partsOf = (view: HarvestView) =>
  [
    { name: text`its statement`, texts: statementPart(view) },
    { name: text`who carried what`, texts: rolesPart(view) },
    { name: text`what happened here`, texts: storiesPart(view) },
    { name: text`its library`, texts: libraryPart(view) },
  ].filter(one => one.texts.length > 0);

/** What people wrote, shown to the letter. */
const theirs = (words: string): string => words.replace(/[\\`*_[\]<>#|]/g, one => `\\${one}`);
/** The same of words with room for paragraphs: no line begins a list, a heading or a fence, and each stays a line of its own. */
const paragraphs = (words: string): string =>
  theirs(words)
    .replace(/^([-+=~]|\d+(?=[.)]))/gm, mark => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))
    .replace(/(?<=.)\n(?=.)/g, '  \n');
const quote = (words: string): Text => text`> ${paragraphs(words).replaceAll('\n', '\n> ')}`;
const day = (at: number): string => writtenTime(at, 'day');

function begun({ cop, people, facilitators, others }: HarvestView): Text {
  const named = facilitators.filter(one => one !== undefined);
  const by = named.length > 0 ? text`\n\nFacilitated by ${theirs(named.join(', '))}.` : [];
  const rest = people - facilitators.length - others.length;
  const names = theirs(others.join(', '));
  const beside =
    others.length === 0 ? [] : rest > 0 ? text`\n\nWith ${names} and ${rest} more.` : text`\n\nWith ${names}.`;
  return text`# ${theirs(cop.name)}\n\n${paragraphs(cop.domain)}\n\nFrom ${day(cop.createdAt)} to ${day(cop.closedAt ?? cop.createdAt)}, ${peopleIn(people)} at its end.${by}${beside}`;
}

function statementPart({ cop, statements }: HarvestView): readonly Text[] {
  const [, ...earlier] = statements;
  const before = earlier.filter(({ words }) => words !== undefined);
  return [
    ...(cop.statement ? [text`## Core statement`, quote(cop.statement)] : []),
    ...(before.length > 0
      ? [text`### Before that`, ...before.map(({ words = '', at }) => text`${day(at)}\n\n${quote(words)}`)]
      : []),
  ];
}

function rolesPart({ carried }: HarvestView): readonly Text[] {
  if (carried.length === 0) return [];
  const line = ({ role, name, since, until }: HarvestView['carried'][number]) =>
    text`- **${nameOf(role)}**: ${name === undefined ? text`somebody` : text`${theirs(name)}`}, ${day(since)} – ${until === undefined ? '…' : day(until)}`;
  return [text`## Who carried what`, joined(carried.map(line), '\n')];
}

function storiesPart({ closing: { story, otherStory } }: HarvestView): readonly Text[] {
  const told = [story, otherStory].filter(one => one !== undefined);
  return told.length > 0 ? [text`## What happened here`, ...told.map(one => text`${paragraphs(one)}`)] : [];
}

function libraryPart({ papers, mostOpened }: HarvestView): readonly Text[] {
  if (papers.length === 0) return [];
  return [
    text`## Library`,
    ...(mostOpened.length > 0
      ? [
          text`### Most opened`,
          joined(
            mostOpened.map(
              ({ paper, times }) => text`- ${linked(paper)} (${plural(times, text`once`, text`${times} times`)})`,
            ),
            '\n',
          ),
        ]
      : []),
    text`### All of it`,
    joined(papers.map(paperLine), '\n'),
  ];
}

function linked(paper: Document): string {
  const at = opensAt(paper);
  return at ? `[${theirs(paper.title)}](<${at}>)` : theirs(paper.title);
}

const paperLine = (paper: Document): Text => {
  const why = paper.why ? `: ${theirs(tidied(paper.why))}` : '';
  const tags = paper.tags.length > 0 ? ` (${theirs(paper.tags.join(', '))})` : '';
  return text`- ${linked(paper)}${why}${tags}`;
};

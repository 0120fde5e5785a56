/** Which CoPs there are, for whoever looks for one. */
import type { Cop } from '../domain/cop.ts';
import type { Deed, DeedName } from '../domain/deed.ts';
import type { MembershipRole } from '../domain/membership.ts';
import type { Known } from '../domain/person.ts';
import { tidied } from '../domain/words.ts';
import { type Block, type Button, type Card, type Text, text } from '../platform/card.ts';
import { fits } from '../platform/invoke.ts';
import { closesLine, whileItCloses } from './closing.ts';
import { facilitatedBy, peopleIn, space } from './people.ts';
import { restsLine } from './rest.ts';

export interface Listing {
  readonly cop: Cop;
  readonly members: number;
  readonly facilitators?: readonly Pick<Known, 'name' | 'accountId'>[] | undefined;
}

/** The directory: name, what it cares about, size. Never members, talk or papers. `mine`: with when it meets next, for who is in. */
export function findCard(
  words: string,
  found: readonly Listing[],
  mine: ReadonlyMap<string, Own>,
  more: boolean,
  others: (cop: Cop) => readonly Button[] = asking,
): Card {
  if (found.length === 0) return nothingCard(words);
  const rows = found.map(
    ({ cop, members, facilitators = [] }): Block => ({
      kind: 'text',
      text: text`**${cop.name}**${members > 0 ? text` (${peopleIn(members)})` : []}\n${cop.domain}${cop.statement ? text`\n${tidied(cop.statement)}` : []}${facilitatedBy(cop, facilitators)}${mine.has(cop.id) ? [] : nobodysLine(cop, members)}${restsLine(cop)}${closesLine(cop)}${ownLine(cop, mine.get(cop.id))}`,
      buttons: ownButtons(cop, mine.get(cop.id)) ?? others(cop),
    }),
  );
  const rest: Block = {
    kind: 'text',
    tone: 'quiet',
    text: text`There are more; a word after ${{ slash: 'cop find' }} narrows it down.`,
  };
  return {
    title: words ? text`CoPs that match “${words}”` : text`Communities of Practice here`,
    body: more ? [...rows, rest] : rows,
  };
}

/** Where nobody looks after it, there is nobody to answer what somebody would know before. */
const asking = (cop: Cop): readonly Button[] =>
  cop.unattendedSince === undefined ? [asksIn(cop), askFirstButton(cop)] : [asksIn(cop)];

function nobodysLine(cop: Cop, members: number): Text {
  if (cop.unattendedSince === undefined) return [];
  return members === 0
    ? text`\nNobody is in it just now, and nobody looks after it: a request to join is kept until somebody does.`
    : text`\nNobody looks after it just now: a request to join is kept until somebody does.`;
}

type Own = 'joining' | { readonly role: MembershipRole; readonly meets: number | undefined };

const ownButtons = (cop: Cop, own: Own | undefined): readonly Button[] | undefined =>
  own === 'joining' ? [] : own && whileItCloses(cop, own.role);

function ownLine(cop: Cop, own: Own | undefined): Text {
  if (own === undefined) return [];
  return own === 'joining'
    ? text`\nIt is being opened for you.`
    : text`\nYou are in: ${space(cop)}${meetsNext(own.meets)}`;
}

export const meetsNext = (at: number | undefined): Text =>
  at === undefined ? [] : text`\nMeets next: ${{ at, style: 'moment' }}`;

/** Whoever looks for what isn't there may be the one to start it. */
function nothingCard(words: string): Card {
  if (!words)
    return {
      title: text`There is no CoP here yet`,
      body: [{ kind: 'text', text: text`You could start the first: it takes a few short questions.` }],
      buttons: [{ ...startButton(), style: 'primary' }],
    };
  return {
    title: text`No CoP found for “${words}”`,
    body: [
      {
        kind: 'text',
        text: text`It may go by another name: try one word of it, or see all there are. If nobody has started it yet, you could.`,
      },
    ],
    buttons: [findButton('See all CoPs'), startButton(words)],
  };
}

export const findButton = (label = 'Find a CoP'): Extract<Button, { does: unknown }> => ({
  label,
  does: { command: 'cop find', options: {} },
});

/** With the name that was looked for, as far as a button can carry it. */
export function startButton(name = ''): Extract<Button, { does: unknown }> {
  const whole = { command: 'cop start', options: { name } } as const;
  return {
    label: 'Start a CoP',
    does: name && fits(whole) ? whole : { command: 'cop start', options: {} },
  };
}

/** To who would like to join one and hasn't said which. */
export function whichToJoinCard(found: readonly Listing[], more: boolean): Card {
  if (found.length === 0)
    return {
      title: text`There is no CoP for you to join just now`,
      body: [{ kind: 'text', text: text`You are in all that there are, or there are none yet. You could start one.` }],
      buttons: [{ ...startButton(), style: 'primary' }],
    };
  return {
    ...findCard('', found, new Map(), more, cop => [asksIn(cop)]),
    title: text`Which one would you like to join?`,
  };
}

export const requestButton = (cop: Pick<Cop, 'id'>, label = 'Request to join'): Extract<Button, { does: unknown }> => ({
  label,
  does: { command: 'join-request make', options: { cop: cop.id } },
  style: 'primary',
});

/** Beside others, or after a no: none of them is the one to press. */
export function asksIn(cop: Pick<Cop, 'id'>): Button {
  const { label, does } = requestButton(cop);
  return { label, does };
}

/** Beside the request, for who would rather know something before. */
const askFirstButton = (cop: Pick<Cop, 'id'>): Button => ({
  label: 'Ask something first…',
  does: { command: 'question ask', options: { cop: cop.id } },
});

type Options = Readonly<Record<string, string>>;

/** So many have a button each; of more, the first few, and lists of the others: a message of Discord's takes 40 components, and a list 25 names. */
const most = { buttons: 12, first: 5, listed: 25, lists: 4 } as const;

/** Several CoPs could be meant. */
export function whichCard(cops: readonly Cop[], command: DeedName, options: Options): Card {
  const isTooLong = !fits({ command, options: { ...options, cop: cops[0]?.id ?? '' } });
  const first = cops.length > most.buttons ? cops.slice(0, most.first) : cops;
  const each = first.map(
    (cop): Block => ({
      kind: 'text',
      text: text`**${cop.name}**\n${cop.domain}`,
      buttons: [{ label: 'This one', does: thatOne(command, options, cop) }],
    }),
  );
  const again: Block = {
    kind: 'text',
    text: text`What you typed doesn't fit a button; please type it once more there, or in the CoP's own space.`,
    tone: 'quiet',
  };
  const others = namesOf(cops.slice(first.length), cop => thatOne(command, options, cop));
  return { title: text`Which one do you mean?`, body: [...each, ...others, ...(isTooLong ? [again] : [])] };
}

/** To who is in several servers with the bot, and wrote to it in a direct message: one button each. */
export function whichServerCard(
  servers: readonly { readonly workspace: string; readonly name: string }[],
  command: DeedName,
  options: Options,
): Card {
  const [first] = servers;
  const isTooLong = !fits({ command, options: { ...options, workspace: first?.workspace ?? '' } });
  const buttons = servers.map(({ workspace, name }): Button => {
    const whole = { command, options: { ...options, workspace } };
    const does = (fits(whole) ? whole : { command, options: { workspace } }) as Deed; // the one that was meant, with its server named
    return { label: name, theirs: true, does };
  });
  const again: Block = {
    kind: 'text',
    text: text`What you typed doesn't fit a button; please type it once more there.`,
    tone: 'quiet',
  };
  const asked: Block = { kind: 'text', text: text`We share several servers, and a direct message doesn't say which.` };
  return { title: text`Which server do you mean?`, body: [asked, ...(isTooLong ? [again] : [])], buttons };
}

/** Lists to choose from, of so many names each. */
function namesOf(cops: readonly Cop[], does: (cop: Cop) => Deed): readonly Block[] {
  const shown = cops.slice(0, most.listed * most.lists);
  const left = cops.length - shown.length;
  const lists = Array.from({ length: Math.ceil(shown.length / most.listed) }, (_, n): Block => {
    const buttons = shown
      .slice(n * most.listed, (n + 1) * most.listed)
      .map((cop): Button => ({ label: cop.name, theirs: true, does: does(cop) }));
    return { kind: 'text', text: text`Or one of these:`, menu: { label: 'Choose one', buttons } };
  });
  const more = text`… and ${left} more. You find them all among your channels.`;
  return left > 0 ? [...lists, { kind: 'text', text: more, tone: 'quiet' }] : lists;
}

/** What else was given goes along as far as a button can carry it; else it is asked for again. */
function thatOne(command: DeedName, options: Options, cop: Cop): Deed {
  const whole = { command, options: { ...options, cop: cop.id } };
  return (fits(whole) ? whole : { command, options: { cop: cop.id } }) as Deed; // the one that was meant, with its CoP named
}

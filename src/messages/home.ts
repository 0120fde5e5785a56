import type { Cop } from '../domain/cop.ts';
import type { Document } from '../domain/document.ts';
import type { JoinRequest } from '../domain/join-request.ts';
import type { MembershipRole } from '../domain/membership.ts';
import { tidied } from '../domain/words.ts';
import {
  type Block,
  type Button,
  type Card,
  joined,
  type Menu,
  plural,
  type Text,
  text,
  type Who,
} from '../platform/card.ts';
import { closesShort, whileItCloses } from './closing.ts';
import { findButton, meetsNext, startButton } from './directory.ts';
import { facilitating, taking } from './doable.ts';
import { titleOf } from './document.ts';
import { type AskedOfMe, askedLines, here } from './home-asked.ts';
import { answers } from './join-request.ts';
import { standing } from './own-request.ts';
import { peopleIn, space } from './people.ts';
import { restsShort } from './rest.ts';
import { type RoleSuggestionView, suggestionLine } from './role-suggestion.ts';

interface Waits {
  readonly request: JoinRequest;
  readonly cop: Cop;
  readonly applicant: { readonly who: Who };
}

export interface HomeView {
  readonly cops: readonly {
    readonly cop: Cop;
    readonly role: MembershipRole;
    readonly joining: boolean;
    /** Nobody's word is waited for but theirs. */
    readonly toStart?: boolean;
    /** Of an administrator: there is no Support Team any more. */
    readonly adminStarts?: boolean;
    /** Of its library. */
    readonly latest: readonly Document[];
    readonly size: { readonly people: number; readonly papers: number; readonly meets: number | undefined };
  }[];
  readonly now: number;
  readonly mine: readonly { readonly request: JoinRequest; readonly cop: Cop; readonly unreached: boolean }[];
  readonly toDecide: readonly Waits[];
  readonly asked: readonly AskedOfMe[];
  /** Roles that somebody thinks of me for. */
  readonly suggestions: readonly Pick<RoleSuggestionView, 'suggestion' | 'cop' | 'role'>[];
  /** What the Support Team was told of and still waits; nothing for who isn't of it. */
  readonly forSupport: readonly Waits[];
}

/** As many as fit on Discord, whose messages hold 40 components; what was settled makes room for the next. */
export const most = { waiting: 3, mine: 2, cops: 15, tended: 3, support: 5, latest: 5, counted: 50 } as const;

const weekMs = 7 * 24 * 3600_000;

export const isHere = (options: { readonly panel?: string }): boolean => options.panel === here.panel;

/** What has just happened; this week, with the buttons that settle it; my CoPs, with what I do there; my own requests; what I can do next. */
export function homeCard(view: HomeView, said?: Card): Card {
  const mine = view.mine.slice(0, most.mine).map(one => standing(one, here));
  const isNew = view.cops.length === 0 && mine.length === 0;
  const body = [
    ...part(said ? wordsOf(said) : []),
    ...part(isNew && waitingIn(view).length === 0 ? [] : thisWeek(view)),
    ...part(view.forSupport.length > 0 ? [supportLines(view.forSupport)] : []),
    ...part(copBlocks(view.cops)),
    ...part(mine.length > 0 ? [heading(text`**Your requests**`), ...mine] : []),
    isNew ? invited : onward,
  ];
  return { title: text`This week`, body, buttons: isNew ? firstButtons : nextButtons };
}

const waitingIn = (view: HomeView): readonly Block[] => [
  ...view.asked.map(one => askedLines[one.kind](one)),
  ...view.toDecide.map(requestLine),
  ...view.suggestions.map(one => suggestionLine(one, here)),
];

/** What waits for an answer of mine, and what is new. */
function thisWeek(view: HomeView): readonly Block[] {
  const waiting = waitingIn(view);
  const papers = view.cops
    .filter(isThere)
    .flatMap(({ cop, latest }) =>
      latest
        .filter(document => document.savedAt > view.now - weekMs)
        .map(document => text`${titleOf(document)} (${cop.name})`),
    );
  const fresh = papers.slice(0, most.latest);
  return [
    heading(waiting.length > 0 ? waitingFor(waiting.length, isCutShort(view)) : text`Nothing is waiting for you.`),
    ...waiting.slice(0, most.waiting),
    ...(fresh.length > 0 ? [heading(text`New in your libraries: ${joined(fresh, ', ')}`)] : []),
  ];
}

const part = (blocks: readonly Block[]): readonly Block[] =>
  blocks.length > 0 ? [...blocks, { kind: 'divider' }] : [];
const heading = (words: Text): Block => ({ kind: 'text', text: words });

function wordsOf({ title, body }: Card): readonly Block[] {
  const texts = [...(title ? [title] : []), ...body.flatMap(block => (block.kind === 'text' ? [block.text] : []))];
  return texts.length > 0 ? [{ kind: 'text', text: joined(texts, '\n') }] : [];
}

/** There may be more than were counted. */
const isCutShort = ({ toDecide, asked }: HomeView): boolean =>
  toDecide.length >= most.counted || asked.length >= most.counted;

function waitingFor(many: number, orMore: boolean): Text {
  if (orMore) return text`${text`**At least ${many} things are waiting for you**`}; these came first`;
  const things = plural(many, text`**One thing is waiting for you**`, text`**${many} things are waiting for you**`);
  return many <= most.waiting ? things : text`${things}; these came first`;
}

/** The first ones whole; of very many, the others by name, each a choice away. */
function copBlocks(cops: HomeView['cops']): readonly Block[] {
  if (cops.length === 0) return [];
  const others = cops.slice(most.tended, most.cops);
  const unnamed = cops.length - most.cops;
  const lines = others.map(copLine);
  if (unnamed > 0) lines.push(text`… and ${unnamed} more. You find them all among your channels.`);
  return [
    heading(text`**Your CoPs**`),
    ...cops.slice(0, most.tended).map(copBlock),
    ...(lines.length > 0 ? [{ kind: 'text', text: joined(lines, '\n'), menu: goTo(others) } as const] : []),
  ];
}

const goTo = (cops: HomeView['cops']): Menu => ({
  label: 'Go to one of them',
  buttons: cops.map(({ cop }) => ({
    label: cop.name,
    theirs: true,
    does: { command: 'home show', options: { cop: cop.id } },
  })),
});

const isThere = ({ cop, joining }: HomeView['cops'][number]): boolean => cop.state === 'open' && !joining;

function copBlock(one: HomeView['cops'][number]): Block {
  const { cop, role, latest, size } = one;
  if (!isThere(one)) return { kind: 'text', text: copLine(one) };
  const holds = text`${peopleIn(size.people)}, ${papersIn(size.papers)}`;
  const library = latest.length > 0 ? text`\nLatest in its library: ${joined(latest.map(titleOf), ', ')}` : [];
  const { buttons, menu } = role === 'facilitator' ? facilitating(cop) : taking(cop);
  return {
    kind: 'text',
    text: text`${copLine(one)}\n${holds}${meetsNext(size.meets)}${library}`,
    buttons,
    menu: { label: 'More…', buttons: [...whileItCloses(cop, role, here), ...menu] },
  };
}

const papersIn = (many: number): Text =>
  many === 0 ? text`nothing in its library yet` : plural(many, text`one document`, text`${many} documents`);

function copLine({ cop, role, joining, toStart, adminStarts }: HomeView['cops'][number]): Text {
  if (toStart) return text`**${cop.name}**: it starts when you say so`;
  if (adminStarts) return text`**${cop.name}**: an administrator has still to start it`;
  if (cop.state === 'proposed') return text`**${cop.name}**: a conversation with the Support Team comes first`;
  if (cop.state === 'starting') return text`**${cop.name}**: its space is being made`;
  if (joining) return text`**${cop.name}** is being opened for you`;
  return role === 'facilitator'
    ? text`**${cop.name}** ${space(cop)} (you facilitate it)${restsShort(cop)}${closesShort(cop)}`
    : text`**${cop.name}** ${space(cop)}${restsShort(cop)}${closesShort(cop)}`;
}

const requestLine = ({ request, cop, applicant }: Waits): Block => ({
  kind: 'text',
  text: request.words
    ? text`${applicant} asks to join **${cop.name}**: “${tidied(request.words)}”`
    : text`${applicant} asks to join **${cop.name}**`,
  buttons: answers(request, here),
});

/** Who waits for whom, for the Support Team: never what they wrote. */
function supportLines(waits: readonly Waits[]): Block {
  const lines = waits
    .slice(0, most.support)
    .map(({ request, cop, applicant }) =>
      cop.unattendedSince === undefined
        ? text`${applicant} asked to join **${cop.name}** ${{ at: request.createdAt, style: 'ago' }}, and its facilitators haven't answered`
        : text`${applicant} asked to join **${cop.name}** ${{ at: request.createdAt, style: 'ago' }}, and nobody facilitates it at the moment`,
    );
  return {
    kind: 'text',
    text: text`**For the Support Team: a word with somebody there would help**\n${joined(lines, '\n')}`,
  };
}

const onward: Block = {
  kind: 'text',
  tone: 'quiet',
  text: text`${{ slash: 'document find' }} looks things up in a library. ${{ slash: 'home help' }} shows all you can do.`,
};

/** To who is in none yet. */
const invited: Block = {
  kind: 'text',
  text: text`You aren't in a CoP yet. Is there something you care about, and would rather not figure out alone? Find the people who care about it too, or start with two or three of them: it takes two minutes.`,
};

const nextButtons: readonly Button[] = [findButton(), startButton()];
const firstButtons: readonly Button[] = [{ ...findButton(), style: 'primary' }, startButton()];

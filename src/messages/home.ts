import type { Cop } from '../domain/cop.ts';
import { type Document, opensAt } from '../domain/document.ts';
import type { JoinRequest } from '../domain/join-request.ts';
import type { MembershipRole } from '../domain/membership.ts';
import { type Block, type Button, type Card, joined, type Text, text, type Who } from '../platform/card.ts';
import { standing } from './join-request.ts';
import { space } from './people.ts';
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
    /** Of its library. */
    readonly latest: readonly Document[];
  }[];
  readonly mine: readonly { readonly request: JoinRequest; readonly cop: Cop }[];
  readonly toDecide: readonly Waits[];
  readonly asked: readonly {
    readonly kind: 'nomination' | 'invitation' | 'first-conversation';
    readonly id: string;
    readonly cop: Cop;
  }[];
  /** Roles that somebody thinks of me for. */
  readonly suggestions: readonly Pick<RoleSuggestionView, 'suggestion' | 'cop' | 'role'>[];
  /** What the Support Team was told of and still waits; nothing for who isn't of it. */
  readonly forSupport: readonly Waits[];
}

/** As many as fit on Discord, whose messages hold 40 components; what was settled makes room for the next. */
export const most = { waiting: 4, mine: 2, cops: 15, support: 5, latest: 5, counted: 50 } as const;

/** What a button here carries besides: that the panel it stands on is drawn anew. */
const here = { panel: 'home' } as const;
export const isHere = (options: Readonly<Record<string, string>>): boolean => options.panel === here.panel;

/** Where I stand: what has just happened, what waits for me with the buttons that settle it, my CoPs, my own requests, what I can do next. */
export function homeCard(view: HomeView, said?: Card): Card {
  const waiting = [
    ...view.asked.map(one => askedLines[one.kind](one)),
    ...view.toDecide.map(requestLine),
    ...view.suggestions.map(one => suggestionLine(one, here)),
  ];
  const mine = view.mine.slice(0, most.mine).map(one => standing(one, here));
  const body = [
    ...part(said ? wordsOf(said) : []),
    ...part(waiting.length > 0 ? [heading(waitingFor(waiting.length)), ...waiting.slice(0, most.waiting)] : []),
    ...part(view.forSupport.length > 0 ? [supportLines(view.forSupport)] : []),
    ...part(view.cops.length > 0 ? [copLines(view.cops)] : []),
    ...part(mine.length > 0 ? [heading(text`**Your requests**`), ...mine] : []),
    next(view),
  ];
  return { title: text`Where you stand`, body, buttons: nextButtons };
}

const part = (blocks: readonly Block[]): readonly Block[] =>
  blocks.length > 0 ? [...blocks, { kind: 'divider' }] : [];
const heading = (words: Text): Block => ({ kind: 'text', text: words });

function wordsOf({ title, body }: Card): readonly Block[] {
  const texts = [...(title ? [title] : []), ...body.flatMap(block => (block.kind === 'text' ? [block.text] : []))];
  return texts.length > 0 ? [{ kind: 'text', text: joined(texts, '\n') }] : [];
}

function waitingFor(many: number): Text {
  if (many === 1) return text`**One thing waits for you**`;
  return many <= most.waiting
    ? text`**${many} things wait for you**`
    : text`**${many} things wait for you; these came first**`;
}

function copLines(cops: HomeView['cops']): Block {
  const lines = cops.slice(0, most.cops).map(copLine);
  const rest = cops.length - most.cops;
  if (rest > 0) lines.push(text`… and ${rest} more. You find them all among your channels.`);
  return { kind: 'text', text: text`**Your CoPs**\n${joined(lines, '\n')}` };
}

function copLine({ cop, role, joining, latest }: HomeView['cops'][number]): Text {
  if (cop.state === 'proposed') return text`**${cop.name}**: a conversation with the Support Team comes first`;
  if (joining) return text`**${cop.name}** is being opened for you`;
  const line =
    role === 'facilitator'
      ? text`**${cop.name}** ${space(cop)}, and you facilitate it`
      : text`**${cop.name}** ${space(cop)}`;
  return latest.length > 0 ? text`${line}\nLatest in its library: ${joined(latest.map(titled), ', ')}` : line;
}

const titled = (document: Document): Text => {
  const url = opensAt(document);
  return url ? text`${{ url, label: document.title }}` : text`${document.title}`;
};

const requestLine = ({ request, cop, applicant }: Waits): Block => ({
  kind: 'text',
  text: request.words
    ? text`${applicant} asks to join **${cop.name}**: “${request.words}”`
    : text`${applicant} asks to join **${cop.name}**`,
  buttons: [
    {
      label: 'Approve',
      does: { command: 'join-request approve', options: { request: request.id, ...here } },
      style: 'primary',
    },
    { label: 'Decline…', does: { command: 'join-request decline', options: { request: request.id, ...here } } },
  ],
});

type Asked = HomeView['asked'][number];

const askedLines: { readonly [K in Asked['kind']]: (asked: Asked) => Block } = {
  nomination: ({ id, cop }) => ({
    kind: 'text',
    text: text`You are asked to facilitate **${cop.name}**: ${cop.domain}`,
    buttons: [
      {
        label: "Yes, I'll facilitate",
        does: { command: 'nomination accept', options: { nomination: id, ...here } },
        style: 'primary',
      },
      { label: 'Not me', does: { command: 'nomination decline', options: { nomination: id, ...here } } },
    ],
  }),
  invitation: ({ id, cop }) => ({
    kind: 'text',
    text: text`You are invited to **${cop.name}**: ${cop.domain}`,
    buttons: [
      { label: 'Join', does: { command: 'invitation accept', options: { invitation: id, ...here } }, style: 'primary' },
      { label: 'No, thanks', does: { command: 'invitation decline', options: { invitation: id, ...here } } },
    ],
  }),
  'first-conversation': ({ id, cop }) => ({
    kind: 'text',
    text: text`Somebody would like to talk with the Support Team about **${cop.name}**: ${cop.domain}`,
    buttons: [
      { label: "I'll take it", does: { command: 'first-conversation take', options: { conversation: id, ...here } } },
    ],
  }),
};

/** Who waits for whom, for the Support Team: never what they wrote. */
function supportLines(waits: readonly Waits[]): Block {
  const lines = waits
    .slice(0, most.support)
    .map(
      ({ request, cop, applicant }) =>
        text`${applicant} asked to join **${cop.name}** on ${{ at: request.createdAt }}, and its facilitators haven't answered`,
    );
  return {
    kind: 'text',
    text: text`**For the Support Team: a word with the facilitators would help**\n${joined(lines, '\n')}`,
  };
}

const next = (view: HomeView): Block => ({
  kind: 'text',
  tone: 'quiet',
  text:
    view.cops.length > 0
      ? text`${{ slash: 'document find' }} looks things up in a library. ${{ slash: 'home help' }} shows all you can do.`
      : text`You aren't in a CoP yet. Look what there is and ask to join, or start one of your own: it takes two minutes.`,
});

const nextButtons: readonly Button[] = [
  { label: 'Find a CoP', does: { command: 'cop find', options: {} } },
  { label: 'Start a CoP', does: { command: 'cop start', options: {} } },
];

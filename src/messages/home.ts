import type { Cop } from '../domain/cop.ts';
import { type Document, opensAt } from '../domain/document.ts';
import type { JoinRequest } from '../domain/join-request.ts';
import type { MembershipRole } from '../domain/membership.ts';
import type { Nomination } from '../domain/nomination.ts';
import { type Block, type Card, joined, type Text, text } from '../platform/card.ts';
import { standing } from './join-request.ts';
import { count, space } from './people.ts';

export interface HomeView {
  readonly cops: readonly {
    readonly cop: Cop;
    readonly role: MembershipRole;
    readonly joining: boolean;
    /** Of its library. */
    readonly latest: readonly Document[];
  }[];
  readonly mine: readonly { readonly request: JoinRequest; readonly cop: Cop }[];
  readonly toDecide: readonly { readonly request: JoinRequest; readonly cop: Cop; readonly applicant: string }[];
  readonly nominations: readonly { readonly nomination: Nomination; readonly cop: Cop }[];
}

/** Where I stand: my CoPs, what waits for me with the buttons that settle it, my own requests, and what I can do next. */
export function homeCard(view: HomeView): Card {
  const waiting = [...view.nominations.map(nominationLine), ...view.toDecide.map(requestLine)];
  const cops = view.cops.map(copLine);
  const mine = view.mine.map(standing);
  const body = [
    ...section(
      waiting.length > 0 ? `Waiting for you (${count(waiting.length, 'thing', 'things')})` : undefined,
      waiting,
    ),
    ...section(cops.length > 0 ? 'Your CoPs' : undefined, cops),
    ...section(mine.length > 0 ? 'Your requests' : undefined, mine),
    next(view),
  ];
  return { title: text`Where you stand`, body };
}

function section(heading: string | undefined, blocks: readonly Block[]): readonly Block[] {
  return heading ? [{ kind: 'text', text: text`**${heading}**` }, ...blocks, { kind: 'divider' }] : [];
}

const copLine = ({ cop, role, joining, latest }: HomeView['cops'][number]): Block => ({
  kind: 'text',
  text: text`${space(cop)}: ${cop.name}${role === 'facilitator' ? ' (you facilitate it)' : ''}${joining ? ', being opened for you' : ''}${latest.length > 0 ? text`\nLatest in its library: ${joined(latest.map(titled), ', ')}` : []}`,
});

const titled = (document: Document): Text => {
  const url = opensAt(document);
  return url ? text`${{ url, label: document.title }}` : text`${document.title}`;
};

const requestLine = ({ request, cop, applicant }: HomeView['toDecide'][number]): Block => ({
  kind: 'text',
  text: text`**${applicant}** asks to join ${cop.name}${request.words ? text`: “${request.words}”` : []}`,
  buttons: [
    { label: 'Approve', does: { command: 'join-request approve', options: { request: request.id } }, style: 'primary' },
    { label: 'Decline…', does: { command: 'join-request decline', options: { request: request.id } } },
  ],
});

const nominationLine = ({ nomination, cop }: HomeView['nominations'][number]): Block => ({
  kind: 'text',
  text: text`You are asked to facilitate **${cop.name}**: ${cop.domain}`,
  buttons: [
    {
      label: "Yes, I'll facilitate",
      does: { command: 'nomination accept', options: { nomination: nomination.id } },
      style: 'primary',
    },
    { label: 'Not me', does: { command: 'nomination decline', options: { nomination: nomination.id } } },
  ],
});

const next = (view: HomeView): Block => ({
  kind: 'text',
  tone: 'quiet',
  text:
    view.cops.length > 0
      ? text`**/cop docs find** looks things up in a library, **/cop find** lists all CoPs, **/startcop** starts one.`
      : text`You aren't in a CoP yet. **/cop find** lists them all; **/startcop** starts one.`,
});

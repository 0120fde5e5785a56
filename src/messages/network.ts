/** The network as its Support Team sees it: every CoP by how far it has come, and what waits longest. */
import type { Cop } from '../domain/cop.ts';
import type { CopId } from '../domain/ids.ts';
import type { JoinRequest } from '../domain/join-request.ts';
import type { Known } from '../domain/person.ts';
import { type CopStage, stageOf, stages } from '../domain/stage.ts';
import { type Block, type Card, joined, type Text, text } from '../platform/card.ts';
import { closesShort } from './closing.ts';
import { facilitatedBy, peopleIn } from './people.ts';

export interface NetworkView {
  /** Only these; nothing: all. */
  readonly stage: CopStage | undefined;
  readonly now: number;
  readonly cops: readonly {
    readonly cop: Cop;
    readonly members: number;
    readonly facilitators: readonly Pick<Known, 'name'>[];
  }[];
  /** What waits is told on the first page of all alone. */
  readonly isFurther: boolean;
  /** The last one shown, if there are more behind it. */
  readonly more: CopId | undefined;
  /** Nobody facilitates them; requests that nobody has answered, and conversations that nobody has taken. One more than are shown where there are more. */
  readonly alone: readonly { readonly cop: Cop }[];
  readonly requests: readonly { readonly request: JoinRequest; readonly cop: Cop }[];
  readonly talks: readonly { readonly cop: Cop }[];
}

const called: Readonly<Record<CopStage, string>> = {
  alone: 'Without a facilitator',
  starting: 'Starting',
  young: 'Young',
  mature: 'Mature',
  resting: 'Resting',
  closed: 'Closed',
};

const furtherWords = text`Further CoPs, the latest first. What waits for the Support Team stands on the first page.`;

const atStage = (stage: CopStage): Text =>
  stage === 'alone'
    ? text`All CoPs at this stage, the one that has waited longest first.`
    : text`All CoPs at this stage, the latest first.`;

export function networkCard(view: NetworkView): Card {
  const { stage, cops, isFurther, more } = view;
  const only = { label: 'Show only…', buttons: stages.map(one => stageButton(called[one], one)) };
  const none = stage === undefined ? text`There is no CoP here yet.` : text`None of the CoPs here is at this stage.`;
  const [first, ...rest] = waiting(view);
  const waits = first ?? text`Nothing waits for the Support Team just now.`;
  const head: Block = {
    kind: 'text',
    text: stage !== undefined ? atStage(stage) : isFurther ? furtherWords : waits,
    menu: only,
  };
  return {
    title: stage === undefined ? text`The network` : text`The network: ${called[stage]}`,
    body: [
      head,
      ...rest.map((words): Block => ({ kind: 'text', text: words })),
      { kind: 'divider' },
      ...(cops.length === 0 ? [{ kind: 'text', text: none } as const] : cops.map(one => row(one, view.now))),
    ],
    buttons: [
      ...(more === undefined
        ? []
        : [
            {
              label: 'More',
              does: { command: 'network show', options: { behind: more, ...(stage && { stage }) } },
            } as const,
          ]),
      ...(stage === undefined && !isFurther
        ? []
        : [{ label: 'All CoPs', does: { command: 'network show', options: {} } } as const]),
    ],
  };
}

const stageButton = (label: string, stage: CopStage) =>
  ({ label, does: { command: 'network show', options: { stage } } }) as const;

/** So many of a kind are shown. */
export const mostWaiting = 5;

/** Who needs somebody comes first; who asked for what stands on the cards in their channel. */
function waiting({ alone, requests, talks }: NetworkView): readonly Text[] {
  const without = alone.map(
    ({ cop }) => text`**${cop.name}**: nobody facilitates it since ${{ at: cop.unattendedSince ?? cop.createdAt }}`,
  );
  const asking = requests.map(({ request, cop }) =>
    cop.unattendedSince === undefined
      ? text`**${cop.name}**: a request to join waits since ${{ at: request.createdAt }}; its facilitators haven't answered`
      : text`**${cop.name}**: a request to join waits since ${{ at: request.createdAt }}; nobody facilitates it at the moment`,
  );
  const talking = talks.map(({ cop }) => text`**${cop.name}**: somebody would like to talk with you`);
  const kinds = [without, asking, talking];
  const all = kinds.flatMap(of => of.slice(0, mostWaiting));
  if (all.length === 0) return [];
  const isMore = kinds.some(of => of.length > mostWaiting);
  return [
    text`**What waits**\n${joined(all, '\n')}`,
    ...(isMore ? [text`More waits than is shown here; it comes up as this is done.`] : []),
  ];
}

const row = ({ cop, members, facilitators }: NetworkView['cops'][number], now: number): Block => ({
  kind: 'text',
  text: text`**${cop.name}** (${peopleIn(members)}): ${stageWords(cop, now)}${closesShort(cop)}\n${cop.domain}${facilitatedBy(cop, facilitators)}`,
});

function stageWords(cop: Cop, now: number): Text {
  const stage = stageOf(cop, now);
  if (stage === 'closed' && cop.closedAt !== undefined) return text`closed since ${{ at: cop.closedAt }}`;
  if (stage === 'alone' && cop.unattendedSince !== undefined)
    return text`without a facilitator since ${{ at: cop.unattendedSince }}`;
  if (stage === 'resting' && cop.restingSince !== undefined) return text`resting since ${{ at: cop.restingSince }}`;
  if (stage === 'starting')
    return cop.state === 'proposed' ? text`waits for its first conversation` : text`its space is being made`;
  return stage === 'young'
    ? text`young, started ${{ at: cop.createdAt, style: 'ago' }}`
    : text`mature, started ${{ at: cop.createdAt, style: 'ago' }}`;
}

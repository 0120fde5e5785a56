/** What is next in a CoP: what its members promised each other at their meetings. Nothing is late here. */
import type { Cop } from '../domain/cop.ts';
import type { PersonId } from '../domain/ids.ts';
import { isTheirs, type Promised } from '../domain/promise.ts';
import { type Block, type Button, type Card, type Text, text } from '../platform/card.ts';
import { unrung } from './people.ts';

export const nextButton = ({ id }: Pick<Cop, 'id'>): Button => ({
  label: 'What is next',
  does: { command: 'promise list', options: { cop: id } },
});

const line = (words: Text): Block => ({ kind: 'text', text: words });
const quiet = (words: Text): Block => ({ kind: 'text', text: words, tone: 'quiet' });

const said = ({ by, words }: Pick<Promised, 'by' | 'words'>, cop: Cop): Text =>
  by ? text`**${unrung(by, cop)}**: ${words}` : text`${words}`;

export const promisedLine = (one: Promised, cop: Cop): Text => text`• ${said(one, cop)}`;

export interface NextView {
  readonly cop: Cop;
  readonly promised: readonly Promised[];
  readonly reader: PersonId;
  readonly facilitates: boolean;
  readonly from: number;
  /** There are more, from this one on. */
  readonly onFrom: number | undefined;
}

/** A page of it. */
export const most = 8;

export function nextCard(view: NextView, news?: Text): Card {
  const { cop, promised, from, onFrom } = view;
  return {
    title: text`What is next in ${cop.name}`,
    body: [
      ...(news ? [line(news)] : []),
      ...(promised.length > 0 ? promised.map(one => rowOf(view, one)) : [nothingOpen(from)]),
      ...(promised.length > 0 ? [quiet(text`Nothing here has a deadline. After two months it goes by itself.`)] : []),
    ],
    buttons: [
      ...(cop.state === 'open'
        ? [{ label: 'Meetings', does: { command: 'meeting list', options: { cop: cop.id } } } as const]
        : []),
      ...(onFrom === undefined ? [] : [further('Later ones', cop, onFrom)]),
      ...(from > 0 ? [further('From the first', cop, 0)] : []),
    ],
  };
}

const further = (label: string, { id }: Cop, from: number): Button => ({
  label,
  does: { command: 'promise list', options: { cop: id, from: String(from) } },
});

const nothingOpen = (from: number): Block =>
  line(
    from > 0
      ? text`That's all there is.`
      : text`Nothing is open. What you promise each other at a meeting appears here once somebody has written it up.`,
  );

function rowOf({ cop, reader, facilitates, from }: NextView, one: Promised): Block {
  const options = { cop: cop.id, promise: one.id, ...(from > 0 && { from: String(from) }) };
  const isDone = one.doneAt !== undefined;
  return {
    kind: 'text',
    text: isDone
      ? text`${said(one, cop)}\nDone ${{ at: one.doneAt ?? 0, style: 'ago' }}`
      : text`${said(one, cop)}\nSince ${{ at: one.createdAt }}`,
    ...(cop.state === 'open' &&
      isTheirs(one, reader, facilitates) && {
        buttons: [
          isDone
            ? { label: 'Not yet after all', does: { command: 'promise undone', options } }
            : { label: 'Done', does: { command: 'promise done', options } },
        ],
      }),
  };
}

/** What has just become of one. */
export const newsOf = {
  done: ({ words }: Pick<Promised, 'words'>): Text => text`Done: “${words}”. Thank you.`,
  undone: ({ words }: Pick<Promised, 'words'>): Text => text`It's open again: “${words}”.`,
  gone: text`That isn't on the list any more: it was let go, or the notes were revised.`,
  another: text`Only whoever promised it can say whether it's done; where that is nobody in particular, a facilitator can.`,
} as const;

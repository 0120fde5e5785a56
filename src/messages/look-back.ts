/** Answered requests, looked back at. */
import type { Cop } from '../domain/cop.ts';
import type { PersonId } from '../domain/ids.ts';
import { cut, tidied } from '../domain/words.ts';
import { type Block, type Button, type Card, type Text, text } from '../platform/card.ts';
import { who } from './people.ts';

interface Somebody {
  readonly id: PersonId;
  readonly name: string;
  readonly accountId: string | undefined;
}

export interface LookBackLine {
  readonly applicant: Somebody;
  readonly decider: Somebody | undefined;
  readonly state: 'pending' | 'approved' | 'declined' | 'withdrawn';
  readonly gone: boolean;
  readonly decidedAt: number;
  readonly words: string | undefined;
  readonly reason: string | undefined;
}

const shownLetters = 200;

function lineOf(cop: Cop, { applicant, decider, state, gone, decidedAt }: LookBackLine, reader: PersonId): Text {
  const [they, by, on] = [who(applicant, cop), decider && who(decider, cop), { at: decidedAt }];
  if (state === 'withdrawn') {
    if (gone) return text`**${they}**: closed, as they were no longer here, ${on}.`;
    return by ? text`**${they}**: taken back, ${on}.` : text`**${they}**: closed before it was answered, ${on}.`;
  }
  if (decider?.id === reader)
    return state === 'approved' ? text`**${they}**: yes, by you, ${on}.` : text`**${they}**: no, by you, ${on}.`;
  if (state === 'approved')
    return by ? text`**${they}**: yes, by ${by}, ${on}.` : text`**${they}**: brought in without an answer, ${on}.`;
  return by ? text`**${they}**: no, by ${by}, ${on}.` : text`**${they}**: no, ${on}.`;
}

function blocksOf(cop: Cop, line: LookBackLine, reader: PersonId): readonly Block[] {
  return [
    { kind: 'text', text: lineOf(cop, line, reader) },
    ...(line.words ? [{ kind: 'text', text: text`${cut(line.words, shownLetters)}`, tone: 'quoted' } as const] : []),
    ...(line.reason
      ? [{ kind: 'text', text: text`They read: “${cut(tidied(line.reason), shownLetters)}”`, tone: 'quiet' } as const]
      : []),
  ];
}

const page = (cop: Cop, label: string, from: number): Button => ({
  label,
  does: { command: 'join-request look-back', options: { cop: cop.id, from: String(from) } },
});

export const lookBackMost = 8;

export const lookBackCard = (
  cop: Cop,
  reader: PersonId,
  lines: readonly LookBackLine[],
  from: number,
  isMore: boolean,
): Card => ({
  title: text`Answered requests to join ${cop.name}`,
  body:
    lines.length === 0
      ? [{ kind: 'text', text: text`None yet. Those that wait are in ${{ slash: 'home show' }}.` }]
      : lines.flatMap(line => blocksOf(cop, line, reader)),
  buttons: [
    ...(from > 0 ? [page(cop, 'Newer ones', Math.max(0, from - lookBackMost))] : []),
    ...(isMore ? [page(cop, 'Older ones', from + lookBackMost)] : []),
  ],
});

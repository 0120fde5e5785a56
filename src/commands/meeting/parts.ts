import type { PersonId } from '../../domain/ids.ts';
import { type MeetingPart, mustBeToCome, parts } from '../../domain/meeting.ts';
import type { MeetingView } from '../../messages/meeting.ts';
import { namesOfPart, partsCard } from '../../messages/meeting-parts.ts';
import type { Card } from '../../platform/card.ts';
import type { Tx } from '../../store/engine.ts';
import * as gatherings from '../../store/gatherings.ts';
import * as meetingParts from '../../store/meeting-parts.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { drawCard } from './card.ts';

/** All five, with who takes them. */
const showParts = command({
  name: 'meeting parts',
  summary: 'Take a part in a meeting for this once: open it, keep time, write it up',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',
  reads: true,

  async run({ tx, subject, actor }) {
    mustBeToCome(subject.meeting);
    return { say: await shown(tx, subject, actor.id) };
  },
});

/** With it they come. Who has said no is asked first, since that was said on purpose. */
const takePart = command({
  name: 'meeting take-part',
  summary: 'Take a part in a meeting, for this once',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, subject, actor, options, now } = scope;
    const { meeting } = subject;
    mustBeToCome(meeting);
    const part = partOf(options.part);
    if (!part) return { say: await shown(tx, subject, actor.id) };
    if (options.sure === 'yes') await gatherings.answer(tx, meeting, actor.id, 'comes', now);
    return takes(scope, part);
  },
});

async function takes(scope: Scope<Subjects['meeting']>, part: MeetingPart) {
  const { tx, subject, actor, now } = scope;
  const { meeting, cop } = subject;
  if (await meetingParts.take(tx, meeting, actor.id, part, now)) await drawCard(scope, cop, meeting);
  return { say: await shown(tx, subject, actor.id, part) };
}

/** Pressed below the card, where everybody reads the question. */
const willWrite = command({
  name: 'meeting will-write',
  summary: 'Say that you write a meeting up',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    mustBeToCome(scope.subject.meeting);
    return takes(scope, 'write');
  },
});

/** They come all the same. */
const layPartDown = command({
  name: 'meeting lay-down',
  summary: 'Lay down a part that you had taken in a meeting',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, subject, actor, options } = scope;
    const { meeting, cop } = subject;
    mustBeToCome(meeting);
    const part = partOf(options.part);
    const laid = part ? await meetingParts.layDown(tx, meeting, actor.id, part) : [];
    if (laid.length > 0) await drawCard(scope, cop, meeting);
    return { say: await shown(tx, subject, actor.id) };
  },
});

const partOf = (said: string | undefined): MeetingPart | undefined => parts.find(one => one === said);

async function shown(tx: Tx, view: MeetingView, person: PersonId, took?: MeetingPart): Promise<Card> {
  const { meeting, cop } = view;
  return partsCard(view, await meetingParts.taken(tx, meeting, cop.workspace, namesOfPart, person), took);
}

export const takingParts = [showParts, takePart, layPartDown, willWrite];

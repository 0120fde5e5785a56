/** After a meeting: whoever said that they would write it up is asked to; and where nobody does, one who facilitates is asked, once. */
import type { SetClock } from '../../domain/clock.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { askedToWriteAt, endsAt, isLongAgo, type Meeting } from '../../domain/meeting.ts';
import * as clocks from '../../store/clocks.ts';
import type { Reader, Tx } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as meetingParts from '../../store/meeting-parts.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';
import { notesOf } from './notes-of.ts';

/** Of very many who would, the first are asked. */
const most = 8;

/** From when it is over, each in their own hours. */
export async function asksForNotes(tx: Tx, cop: Cop, meeting: Meeting, ended: number): Promise<void> {
  if (await notesOf(tx, cop, meeting)) return;
  const about = { kind: 'meeting', id: meeting.id } as const;
  const writers = (await meetingParts.taken(tx, meeting, cop.workspace, most)).find(one => one.part === 'write');
  const asked = (writers?.first ?? []).map(
    ({ id: person }): SetClock => ({
      ...{ about, step: `write-up ${person}`, dueAt: ended, minding: person },
      does: { command: 'meeting ask-writer', options: { meeting: meeting.id, person } },
    }),
  );
  await clocks.setEach(tx, cop, asked);
  const [minding] = await whoFacilitates(tx, cop, meeting);
  if (!minding) return;
  const dueAt = askedToWriteAt(ended);
  const does = { command: 'meeting unwritten', options: { meeting: meeting.id } } as const;
  await clocks.set(tx, cop, { about, step: 'unwritten', dueAt, does, minding });
}

/** Who called it first, if they facilitate. */
async function whoFacilitates(reader: Reader, cop: Cop, { callerId }: Meeting): Promise<readonly PersonId[]> {
  const all = (await facilitating.ofCop(reader, cop.networkId, cop.id, cop.workspace)).map(one => one.id);
  return all.includes(callerId) ? [callerId] : all;
}

/** Over and not written up, in a CoP that is open; of what was long ago, when its CoP has rested, nobody is asked. */
async function isUnwritten(reader: Reader, cop: Cop, meeting: Meeting, now: number): Promise<boolean> {
  if (cop.state !== 'open' || meeting.state !== 'over' || isLongAgo(endsAt(meeting) ?? now, now)) return false;
  return (await notesOf(reader, cop, meeting)) === undefined;
}

/** Not where they have taken that back. */
export const asksWriter = consequence({
  name: 'meeting ask-writer',
  summary: 'Ask somebody who said so to write a meeting up',
  about: 'meeting',

  async run({ tx, subject: { meeting, cop }, options, now, after }) {
    const person = options.person as PersonId;
    if (!(await isUnwritten(tx, cop, meeting, now))) return;
    if (!(await meetingParts.ofPerson(tx, meeting, person)).includes('write')) return;
    after(lane.person(person), post(cop, 'meeting-write-up', person, { kind: 'meeting', id: meeting.id }));
  },
});

/** By whoever facilitates it by then. */
export const meetingUnwritten = consequence({
  name: 'meeting unwritten',
  summary: 'Ask one who facilitates whether somebody writes a meeting up, once',
  about: 'meeting',

  async run({ tx, subject, now, after }) {
    const { meeting, cop } = subject;
    if (!(await isUnwritten(tx, cop, meeting, now))) return;
    const [id] = await whoFacilitates(tx, cop, meeting);
    if (id) after(lane.person(id), post(cop, 'meeting-unwritten', id, { kind: 'meeting', id: meeting.id }));
  },
});

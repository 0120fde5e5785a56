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
const dayMs = 24 * 3600_000;

/** From when it is over, each in their own hours. */
export async function asksForNotes(tx: Tx, cop: Cop, meeting: Meeting, ended: number): Promise<void> {
  if (await notesOf(tx, cop, meeting)) return;
  const about = aboutOf(meeting);
  const asked = (await writersOf(tx, cop, meeting)).map(
    (person): SetClock => ({
      ...{ about, step: stepOf(person), dueAt: ended, minding: person },
      does: { command: 'meeting ask-writer', options: { meeting: meeting.id, person } },
    }),
  );
  await clocks.setEach(tx, cop, asked);
  await asksFacilitator(tx, cop, meeting, askedToWriteAt(ended));
}

const aboutOf = ({ id }: Meeting) => ({ kind: 'meeting', id }) as const;
const stepOf = (person: PersonId) => `write-up ${person}` as const;

async function writersOf(reader: Reader, cop: Cop, meeting: Meeting): Promise<readonly PersonId[]> {
  const writers = (await meetingParts.taken(reader, meeting, cop.workspace, most)).find(one => one.part === 'write');
  return writers?.first.map(one => one.id) ?? [];
}

async function asksFacilitator(tx: Tx, cop: Cop, meeting: Meeting, dueAt: number): Promise<void> {
  const [minding] = await whoFacilitates(tx, cop, meeting);
  if (!minding) return;
  const does = { command: 'meeting unwritten', options: { meeting: meeting.id } } as const;
  await clocks.set(tx, cop, { about: aboutOf(meeting), step: 'unwritten', dueAt, does, minding });
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
    const person = options.person;
    if (!(await isUnwritten(tx, cop, meeting, now))) return;
    if (!(await meetingParts.ofPerson(tx, meeting, person)).includes('write')) return;
    after(lane.person(person), post(cop, 'meeting-write-up', person, aboutOf(meeting)));
    const dueAt = await clocks.dueAt(tx, cop.networkId, aboutOf(meeting), 'unwritten');
    if (dueAt !== undefined && dueAt < now + dayMs) await asksFacilitator(tx, cop, meeting, now + dayMs);
  },
});

/** By whoever facilitates it by then; after a rest, no sooner than a day after who had said so: it may be morning there later. */
export const meetingUnwritten = consequence({
  name: 'meeting unwritten',
  summary: 'Ask one who facilitates whether somebody writes a meeting up, once',
  about: 'meeting',

  async run({ tx, subject, now, after }) {
    const { meeting, cop } = subject;
    if (!(await isUnwritten(tx, cop, meeting, now))) return;
    for (const one of await writersOf(tx, cop, meeting))
      if ((await clocks.dueAt(tx, cop.networkId, aboutOf(meeting), stepOf(one))) !== undefined)
        return asksFacilitator(tx, cop, meeting, now + dayMs);
    const [id] = await whoFacilitates(tx, cop, meeting);
    if (id) after(lane.person(id), post(cop, 'meeting-unwritten', id, { kind: 'meeting', id: meeting.id }));
  },
});

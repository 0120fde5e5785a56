/** After a meeting: whoever said that they would write it up is asked to; and where nobody does, one who facilitates is asked, once. */
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { askedToWriteAt, endsAt, isLongAgo, type Meeting } from '../../domain/meeting.ts';
import * as clocks from '../../store/clocks.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as meetingParts from '../../store/meeting-parts.ts';
import { consequence, type Scope } from '../command.ts';
import { post } from '../effects.ts';
import { notesOf } from './notes-of.ts';

/** Of very many who would, the first are asked. */
const most = 8;

/** From when it is over. */
export async function asksForNotes(
  { tx, after, now }: Pick<Scope<unknown>, 'tx' | 'after' | 'now'>,
  cop: Cop,
  meeting: Meeting,
): Promise<void> {
  if (await notesOf(tx, cop, meeting)) return;
  const about = { kind: 'meeting', id: meeting.id } as const;
  const writers = (await meetingParts.taken(tx, meeting, cop.workspace, most)).find(one => one.part === 'write');
  for (const { id } of writers?.first ?? []) after(lane.person(id), post(cop, 'meeting-write-up', id, about));
  const [minding] = await whoFacilitates({ tx }, cop, meeting);
  if (!minding) return;
  const dueAt = askedToWriteAt(endsAt(meeting) ?? now);
  const does = { command: 'meeting unwritten', options: { meeting: meeting.id } } as const;
  await clocks.set(tx, cop, { about, step: 'unwritten', dueAt, does, minding });
}

/** Who called it first, if they facilitate. */
async function whoFacilitates(
  { tx }: Pick<Scope<unknown>, 'tx'>,
  cop: Cop,
  { callerId }: Meeting,
): Promise<readonly PersonId[]> {
  const all = (await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace)).map(one => one.id);
  return all.includes(callerId) ? [callerId] : all;
}

/** By whoever facilitates it by then; of what was long ago, when its CoP has rested, nobody is asked. */
export const meetingUnwritten = consequence({
  name: 'meeting unwritten',
  summary: 'Ask one who facilitates whether somebody writes a meeting up, once',
  about: 'meeting',

  async run({ tx, subject, now, after }) {
    const { meeting, cop } = subject;
    if (meeting.state !== 'over' || isLongAgo(endsAt(meeting) ?? now, now)) return;
    if (cop.state !== 'open' || (await notesOf(tx, cop, meeting))) return;
    const [id] = await whoFacilitates({ tx }, cop, meeting);
    if (id) after(lane.person(id), post(cop, 'meeting-unwritten', id, { kind: 'meeting', id: meeting.id }));
  },
});

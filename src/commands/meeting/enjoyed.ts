import type { SetClock } from '../../domain/clock.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { endsAt, isLongAgo, type Meeting } from '../../domain/meeting.ts';
import { askedAfterMs, mayBeAskedAgain, roleOfPart } from '../../domain/meeting-part.ts';
import * as clocks from '../../store/clocks.ts';
import type { Tx } from '../../store/engine.ts';
import * as meetingParts from '../../store/meeting-parts.ts';
import * as memberships from '../../store/memberships.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

/** Of a meeting that is over: each who took a part in it, in their own hours. */
export async function askWhoTookPart(tx: Tx, cop: Cop, meeting: Meeting, ended: number): Promise<void> {
  const people = await meetingParts.takers(tx, meeting);
  await clocks.setEach(
    tx,
    cop,
    people.map(person => asksIn(meeting, person, ended)),
  );
}

/** Of a meeting that is over: of writing it up they are asked after they have. */
export async function askWhoWroteIt(tx: Tx, cop: Cop, meeting: Meeting, writer: PersonId, now: number): Promise<void> {
  if (meeting.state !== 'over' || !(await meetingParts.ofPerson(tx, meeting, writer)).includes('write')) return;
  await clocks.setEach(tx, cop, [asksIn(meeting, writer, now)]);
}

const asksIn = ({ id }: Meeting, person: PersonId, since: number): SetClock => ({
  about: { kind: 'meeting', id },
  step: `enjoyed ${person}`,
  dueAt: since + askedAfterMs,
  does: { command: 'meeting enjoyed', options: { meeting: id, person } },
  minding: person,
});

/** Once a quarter at most, of a role that they don't carry by then; nobody is thanked for writing up what they haven't. */
export const meetingEnjoyed = consequence({
  name: 'meeting enjoyed',
  summary: 'Ask somebody who took a part in a meeting whether they would carry it for longer',
  about: 'meeting',

  async run({ tx, subject: { meeting, cop }, options, now, after }) {
    const person = options.person;
    if (cop.state !== 'open' || meeting.state !== 'over' || isLongAgo(endsAt(meeting) ?? now, now)) return;
    if ((await memberships.of(tx, cop.networkId, cop.id, person))?.state !== 'member') return;
    const { mine, carries, askedAt } = await meetingParts.triedBy(tx, meeting, person);
    const did = mine.filter(one => one !== 'write' || meeting.notesBy === person);
    const part = did.find(one => !carries.has(roleOfPart[one]));
    if (!part || (askedAt !== undefined && !mayBeAskedAgain(askedAt, now))) return;
    await meetingParts.offered(tx, meeting, person, part, now);
    after(lane.person(person), post(cop, 'meeting-enjoyed', person, { kind: 'meeting', id: meeting.id }));
  },
});

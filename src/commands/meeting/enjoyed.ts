import type { SetClock } from '../../domain/clock.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
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
    people.map(
      (person): SetClock => ({
        about: { kind: 'meeting', id: meeting.id },
        step: `enjoyed ${person}`,
        dueAt: ended + askedAfterMs,
        does: { command: 'meeting enjoyed', options: { meeting: meeting.id, person } },
        minding: person,
      }),
    ),
  );
}

/** Once a quarter at most, and of a role that they don't carry by then. */
export const meetingEnjoyed = consequence({
  name: 'meeting enjoyed',
  summary: 'Ask somebody who took a part in a meeting whether they would carry it for longer',
  about: 'meeting',

  async run({ tx, subject: { meeting, cop }, options, now, after }) {
    const person = options.person;
    if (cop.state !== 'open' || meeting.state !== 'over' || isLongAgo(endsAt(meeting) ?? now, now)) return;
    if ((await memberships.of(tx, cop.networkId, cop.id, person))?.state !== 'member') return;
    const { mine, carries, askedAt } = await meetingParts.triedBy(tx, meeting, person);
    const part = mine.find(one => !carries.has(roleOfPart[one]));
    if (!part || (askedAt !== undefined && !mayBeAskedAgain(askedAt, now))) return;
    await meetingParts.offered(tx, meeting, person, part, now);
    after(lane.person(person), post(cop, 'meeting-enjoyed', person, { kind: 'meeting', id: meeting.id }));
  },
});

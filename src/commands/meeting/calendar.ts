import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { type Meeting, mustBeToCome } from '../../domain/meeting.ts';
import { calendarOnItsWayCard } from '../../messages/calendar.ts';
import * as calendars from '../../store/meeting-calendars.ts';
import { command, type Scope } from '../command.ts';
import { sendMeeting } from '../effects.ts';

/** By direct message, since what only they see in a channel can carry no file on Slack. */
export const takeMeeting = command({
  name: 'meeting calendar',
  summary: 'Have a meeting sent to you for your own calendar',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run({ tx, subject, actor, now, after, feedAt }) {
    const { meeting, cop } = subject;
    mustBeToCome(meeting);
    await calendars.take(tx, meeting, actor.id, now);
    after(lane.person(actor.id), sendMeeting(cop, meeting.id, actor.id));
    return { say: calendarOnItsWayCard(subject, feedAt('') !== undefined) };
  },
});

/** Of one that was moved, or is off: whoever has it in their calendar gets it again. */
export async function calendarsFollow(
  { tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>,
  cop: Cop,
  meeting: Meeting,
): Promise<void> {
  for (const person of await calendars.takers(tx, meeting))
    after(lane.person(person), sendMeeting(cop, meeting.id, person));
}

import type { MeetingId } from '../../domain/ids.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { draftCard } from '../../messages/meeting-form.ts';
import type { Card } from '../../platform/card.ts';
import * as meetings from '../../store/meetings.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { mayCall } from './may-call.ts';

/**
 * At the hour at which the last one was meant, whatever zone was chosen since: clocks don't change everywhere on one day. But the machine's,
 * which nobody chose, gives way. The next one comes prefilled, and still asks: nothing repeats for ever.
 */
export const meetAgain = command({
  name: 'meeting again',
  summary: 'Call a meeting like the last one, in two weeks or a month',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    const { tx, subject, actor, options, calendar, machineZone, now } = scope;
    const { meeting, cop } = subject;
    await mayCall(tx, cop, actor);
    const zone = meeting.timeZone === machineZone ? calendar.zone : meeting.timeZone;
    const weeks = options.weeks === '4' ? 4 : 2;
    let startsAt = calendar.weeksAfter(meeting.startsAt ?? now, weeks, zone);
    while (startsAt <= now) startsAt = calendar.weeksAfter(startsAt, weeks, zone);
    return { say: await draftedAfter(scope, startsAt, zone) };
  },
});

/** Another one like it, for then: shown back for a yes. */
export async function draftedAfter(
  { tx, subject, actor, calendar, now, newId }: Scope<Subjects['meeting']>,
  startsAt: number,
  timeZone = calendar.zone,
): Promise<Card> {
  const { meeting } = subject;
  const drafted: Meeting = {
    ...meeting,
    id: newId<MeetingId>(),
    callerId: actor.id,
    ...(meeting.callerId !== actor.id && { about: undefined, place: undefined }), // another's words stay theirs
    state: 'drafted',
    startsAt,
    timeZone,
    afterId: meeting.id,
    sequence: 0,
    changedAt: now,
    notesId: undefined,
    notesBy: undefined,
    notesAt: undefined,
    version: 1,
    createdAt: now,
  };
  await meetings.add(tx, drafted);
  return draftCard({ ...subject, meeting: drafted }, { beside: await meetings.besides(tx, drafted) });
}

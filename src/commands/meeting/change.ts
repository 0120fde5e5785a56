import { cancelled, lengths, type Meeting, moved, placeFrom } from '../../domain/meeting.ts';
import { tidied } from '../../domain/words.ts';
import { changeFor, sureToCancelCard, toldOfChangeCard } from '../../messages/meeting-change.ts';
import { givenBy, unfitMoments, unfitPlaces } from '../../messages/meeting-form.ts';
import * as gatherings from '../../store/gatherings.ts';
import * as meetingNews from '../../store/meeting-news.ts';
import * as meetings from '../../store/meetings.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { calendarsFollow } from './calendar.ts';
import { allSaidFollows, drawCard, setsClocks, showNext, tellBelow, voteEnds } from './card.ts';
import { readMoment } from './moment.ts';

/** Another time or place. Whoever said that they come hears of it once, below the card. */
export const moveMeeting = command({
  name: 'meeting move',
  summary: 'Move a meeting to another time or place',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['its-author', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ subject, calendar }) {
    moved(subject.meeting, asItIs(subject.meeting), 0);
    return changeFor(subject, calendar.zone, givenBy(subject, calendar));
  },

  async run(scope) {
    const { subject, options, calendar, now } = scope;
    const { meeting } = subject;
    moved(meeting, asItIs(meeting), now);
    const startsAt = readMoment(scope, options.when);
    const where = placeFrom(tidied(options.place ?? ''));
    if (typeof startsAt === 'string' || 'fault' in where) {
      const faults = {
        ...(typeof startsAt === 'string' && { when: unfitMoments[startsAt] }),
        ...('fault' in where && { place: unfitPlaces[where.fault] }),
      };
      return { mend: changeFor(subject, calendar.zone, options, faults) };
    }
    const minutes = lengths.find(one => String(one) === options.minutes) ?? meeting.minutes;
    const meant = startsAt === meeting.startsAt ? meeting : { ...meeting, timeZone: calendar.zone };
    return changes(scope, moved(meant, { startsAt, minutes, place: where.place }, now));
  },
});

/** It asks once. */
export const cancelMeeting = command({
  name: 'meeting cancel',
  summary: 'Cancel a meeting',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['its-author', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    const { tx, subject, options, now } = scope;
    const cancels = cancelled(subject.meeting, now);
    if (options.sure === 'yes') return changes(scope, cancels);
    const told = await gatherings.concerned(tx, cancels, subject.cop.workspace, 1, gatherings.saidOf(cancels));
    return { say: sureToCancelCard(subject, told.many) };
  },
});

const asItIs = ({ startsAt = 0, minutes, place }: Meeting) => ({ startsAt, minutes, place });

async function changes(scope: Scope<Subjects['meeting']>, meeting: Meeting) {
  const { tx, subject } = scope;
  const { cop } = subject;
  const told = await gatherings.concerned(tx, meeting, cop.workspace, 1, gatherings.saidOf(meeting));
  if (meeting === subject.meeting) return { say: toldOfChangeCard({ ...subject, meeting }, 0) };
  await meetings.save(tx, meeting);
  if (subject.meeting.state === 'voting') await voteEnds(scope, cop, meeting);
  await setsClocks(scope, meeting);
  if (meeting.state === 'called') await meetingNews.knows(tx, meeting, scope.actor.id, scope.now);
  await drawCard(scope, cop, meeting);
  await calendarsFollow(scope, cop, meeting);
  if (subject.meeting.state === 'called') {
    showNext(scope, cop);
    await allSaidFollows(scope, cop, meeting);
  }
  if (told.many > 0) await tellBelow(scope, cop, meeting, 'meeting-changed');
  return { say: toldOfChangeCard({ ...subject, meeting }, told.many) };
}

import type { SetClock } from '../../domain/clock.ts';
import { lane } from '../../domain/effect.ts';
import type { Meeting } from '../../domain/meeting.ts';
import * as clocks from '../../store/clocks.ts';
import * as gatherings from '../../store/gatherings.ts';
import * as meetingNews from '../../store/meeting-news.ts';
import * as meetingParts from '../../store/meeting-parts.ts';
import * as posts from '../../store/posts.ts';
import * as told from '../../store/told.ts';
import { consequence, type Scope } from '../command.ts';
import { post } from '../effects.ts';
import { ofMeeting, tellBelow } from './card.ts';

/** Still to come, and not put off meanwhile: then its day before is another. */
async function isNear({ tx, now }: Pick<Scope<unknown>, 'tx' | 'now'>, meeting: Meeting): Promise<boolean> {
  const { state, startsAt, networkId, id } = meeting;
  if (state !== 'called' || startsAt === undefined || startsAt <= now) return false;
  return (await clocks.dueAt(tx, networkId, { kind: 'meeting', id }, 'day-before')) === undefined;
}

/** Each in the hours of whom it is for. */
export const meetingComesNear = consequence({
  name: 'meeting day-before',
  summary: 'A meeting is tomorrow: look whether somebody writes it up, and for whom there is something new',
  about: 'meeting',

  async run(scope) {
    const { tx, subject, now } = scope;
    const { meeting, cop } = subject;
    if (!(await isNear(scope, meeting))) return;
    const about = { kind: 'meeting', id: meeting.id } as const;
    const hears = await meetingNews.forWhom(tx, meeting);
    await clocks.setEach(tx, cop, [
      {
        ...{ about, step: 'writer', dueAt: now, minding: 'workspace' },
        does: { command: 'meeting seeks-writer', options: { meeting: meeting.id } },
      },
      ...hears.map(
        (person): SetClock => ({
          ...{ about, step: `news ${person}`, dueAt: now, minding: person },
          does: { command: 'meeting tell-news', options: { meeting: meeting.id, person } },
        }),
      ),
    ]);
  },
});

/** Once in a meeting's life, however often it is moved; not where nobody comes. */
export const seeksWriter = consequence({
  name: 'meeting seeks-writer',
  summary: 'Ask those who come to a meeting whether one of them would write it up',
  about: 'meeting',

  async run(scope) {
    const { tx, network, subject } = scope;
    const { meeting, cop } = subject;
    const about = { kind: 'meeting', id: meeting.id } as const;
    if (!(await isNear(scope, meeting))) return;
    if ((await meetingParts.taken(tx, meeting, cop.workspace, 1)).some(one => one.part === 'write')) return;
    const coming = await gatherings.concerned(tx, meeting, cop.workspace, 1, 'meeting_answers');
    if (coming.many === 0) return;
    if ((await posts.copiesOf(tx, network, 'writer-sought', about)).length > 0) return;
    if (await told.isUnderWay(tx, network, ofMeeting(meeting), 'writer-sought', about)) return;
    await tellBelow(scope, cop, meeting, 'writer-sought');
  },
});

/** Only if something is new by then since they said that they come. */
export const tellNews = consequence({
  name: 'meeting tell-news',
  summary: 'Tell somebody who comes to a meeting what is new of it',
  about: 'meeting',

  async run(scope) {
    const { tx, subject, options, after } = scope;
    const { meeting, cop } = subject;
    const person = options.person;
    if (!(await isNear(scope, meeting)) || !(await meetingNews.forWhom(tx, meeting, person)).includes(person)) return;
    after(lane.person(person), post(cop, 'meeting-news', person, { kind: 'meeting', id: meeting.id }));
  },
});

import type { MeetingId } from '../../domain/ids.ts';
import {
  formats,
  lengths,
  limits,
  type Meeting,
  mustBeDrafted,
  placeFrom,
  usualMinutes,
} from '../../domain/meeting.ts';
import { cut, tidied } from '../../domain/words.ts';
import {
  type CallFaults,
  callForm,
  draftCard,
  givenBy,
  nothingToTalkAbout,
  redraftForm,
  unfitMoments,
  unfitPlaces,
} from '../../messages/meeting-form.ts';
import * as meetingVotes from '../../store/meeting-votes.ts';
import * as meetings from '../../store/meetings.ts';
import { command, type ReadScope, type Scope, type Subjects } from '../command.ts';
import { ownCops } from '../cop/own.ts';
import { mayCall } from './may-call.ts';
import { readMoment } from './moment.ts';

type Calling = Pick<
  ReadScope<Pick<Subjects['cop'], 'cop'>, 'about' | 'format' | 'when' | 'minutes' | 'place'>,
  'subject' | 'options' | 'calendar' | 'now'
>;

/** It is drafted first, and shown back: what was typed for a time may have been read otherwise than it was meant. */
export const callMeeting = command({
  name: 'meeting call',
  summary: 'Call a meeting of your CoP: what about, when and where',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true } },
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ reader, subject: { cop }, actor, calendar }) {
    await mayCall(reader, cop, actor);
    return callForm(cop, calendar.zone);
  },

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  async run(scope) {
    const { tx, subject, actor, options, calendar, now, newId } = scope;
    const { cop } = subject;
    await mayCall(tx, cop, actor);
    const read = readFrom(scope);
    if ('faults' in read) return { mend: callForm(cop, calendar.zone, options, read.faults) };
    const drafted: Meeting = {
      ...emptyDraft(scope, newId<MeetingId>()),
      ...read,
      timeZone: calendar.zone,
      changedAt: now,
    };
    await meetings.add(tx, drafted);
    const view = { meeting: drafted, cop, caller: { ...actor, accountId: undefined, role: subject.role } };
    return { say: draftCard(view, { beside: await meetings.besides(tx, drafted) }) };
  },
});

/** As long as nobody else has seen it. */
export const redraftMeeting = command({
  name: 'meeting redraft',
  summary: 'Change the meeting that you have drafted',
  typedAs: 'meeting call',
  about: 'meeting',
  may: ['its-author'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async form({ subject, calendar }) {
    mustBeDrafted(subject.meeting);
    return redraftForm(subject, calendar.zone, givenBy(subject, calendar));
  },

  async run(scope) {
    const { tx, subject, options, calendar, now } = scope;
    const { meeting } = subject;
    mustBeDrafted(meeting);
    const read = readFrom(scope);
    if ('faults' in read) return { mend: redraftForm(subject, calendar.zone, options, read.faults) };
    const drafted: Meeting = { ...meeting, ...read, timeZone: calendar.zone, changedAt: now };
    await meetings.save(tx, drafted);
    await meetingVotes.setDates(tx, drafted, []); // those that were offered went with the first one
    return { say: draftCard({ ...subject, meeting: drafted }, { beside: await meetings.besides(tx, drafted) }) };
  },
});

const emptyDraft = ({ subject: { cop }, actor, now }: Scope<Subjects['cop']>, id: MeetingId): Meeting => ({
  id,
  networkId: cop.networkId,
  copId: cop.id,
  callerId: actor.id,
  about: undefined,
  format: 'check-in',
  minutes: usualMinutes,
  place: undefined,
  timeZone: 'utc',
  state: 'drafted',
  startsAt: undefined,
  afterId: undefined,
  sequence: 0,
  changedAt: now,
  notesId: undefined,
  notesBy: undefined,
  notesAt: undefined,
  version: 1,
  createdAt: now,
});

function readFrom(scope: Calling) {
  const { options } = scope;
  const about = cut(tidied(options.about ?? ''), limits.about);
  const startsAt = readMoment(scope, options.when);
  const where = placeFrom(tidied(options.place ?? ''));
  const faults: CallFaults = {
    ...(about === '' && { about: nothingToTalkAbout }),
    ...(typeof startsAt === 'string' && { when: unfitMoments[startsAt] }),
    ...('fault' in where && { place: unfitPlaces[where.fault] }),
  };
  if (typeof startsAt === 'string' || 'fault' in where || about === '') return { faults };
  const format = formats.find(one => one === options.format) ?? 'check-in';
  const minutes = lengths.find(one => String(one) === options.minutes) ?? usualMinutes;
  return { about, startsAt, place: where.place, format, minutes };
}

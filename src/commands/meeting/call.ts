import type { MeetingId } from '../../domain/ids.ts';
import { formats, lengths, limits, type Meeting, placeFrom, usualMinutes } from '../../domain/meeting.ts';
import { cut, tidied } from '../../domain/words.ts';
import {
  type CallFaults,
  callForm,
  draftCard,
  givenBy,
  nothingToTalkAbout,
  unfitMoments,
  unfitPlaces,
} from '../../messages/meeting-form.ts';
import type { Reader } from '../../store/engine.ts';
import * as meetingVotes from '../../store/meeting-votes.ts';
import * as meetings from '../../store/meetings.ts';
import { command, type ReadScope, type Scope, type Subjects } from '../command.ts';
import { ownCops } from '../cop/own.ts';
import { mayCall } from './may-call.ts';
import { readMoment } from './moment.ts';

type Option = 'cop' | 'meeting' | 'about' | 'format' | 'when' | 'minutes' | 'place';
type Calling = Pick<ReadScope<Subjects['cop'], Option>, 'subject' | 'options' | 'calendar' | 'now'>;

/** It is drafted first, and shown back: what was typed for a time may have been read otherwise than it was meant. */
export const callMeeting = command({
  name: 'meeting call',
  summary: 'Call a meeting of your CoP: what about, when and where',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true } },
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async form(scope) {
    const { subject, calendar } = scope;
    await mayCall(scope.reader, subject.cop, scope.actor);
    const draft = await ownDraft(scope.reader, scope);
    return callForm(
      subject.cop,
      calendar.zone,
      draft ? givenBy({ meeting: draft, cop: subject.cop }, scope.calendar) : {},
    );
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
    const before = await ownDraft(tx, scope);
    const drafted: Meeting = {
      ...(before ?? emptyDraft(scope, newId<MeetingId>())),
      ...read,
      timeZone: calendar.zone,
      changedAt: now,
    };
    await (before ? meetings.save(tx, drafted) : meetings.add(tx, drafted));
    await meetingVotes.setDates(tx, drafted, []); // those that were offered went with the first one
    const view = { meeting: drafted, cop, caller: { ...actor, accountId: undefined, role: subject.role } };
    return { say: draftCard(view, { beside: await meetings.besides(tx, drafted) }) };
  },
});

/** The one that is to be changed, as long as nobody else has seen it. */
async function ownDraft(
  reader: Reader,
  { subject: { cop }, options, actor }: Pick<ReadScope<Subjects['cop'], Option>, 'subject' | 'options' | 'actor'>,
): Promise<Meeting | undefined> {
  if (!options.meeting) return undefined;
  const found = await meetings.withCop(reader, cop.networkId, options.meeting as MeetingId);
  const isTheirs = found?.cop.id === cop.id && found.meeting.callerId === actor?.id;
  return isTheirs && found.meeting.state === 'drafted' ? found.meeting : undefined;
}

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

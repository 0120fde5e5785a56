import { called, mustBeDrafted, voting } from '../../domain/meeting.ts';
import { calledCard, draftCard, droppedCard } from '../../messages/meeting-form.ts';
import * as meetingVotes from '../../store/meeting-votes.ts';
import * as meetings from '../../store/meetings.ts';
import { command } from '../command.ts';
import { post } from '../effects.ts';
import { ofMeeting, setsClocks, showNext } from './card.ts';
import { mayCall } from './may-call.ts';
import { proposesBy } from './vote.ts';

/** Shown back, and right. With several dates, one of them is chosen first. */
export const postMeeting = command({
  name: 'meeting post',
  summary: 'Call the meeting that you have drafted',
  typedAs: 'meeting call',
  about: 'meeting',
  may: ['its-author'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, subject, actor, options, now, after } = scope;
    const { meeting, cop } = subject;
    mustBeDrafted(meeting);
    await mayCall(tx, cop, actor);
    const offered = (await meetingVotes.dates(tx, meeting)).map(one => one.startsAt);
    if (options.written !== undefined && options.written !== String(meeting.changedAt))
      return { say: draftCard(subject, { dates: offered, beside: await meetings.besides(tx, meeting) }) };
    const dates = offered.filter(one => one > now);
    const [first, ...others] = dates.length > 0 ? dates : [meeting.startsAt ?? 0];
    if (first === undefined || first <= now) return { say: draftCard(subject, { isPast: true }) };
    const calls = others.length > 0 ? voting(meeting, now) : called(meeting, first, now);
    await meetings.save(tx, calls);
    if (dates.length < offered.length) await meetingVotes.setDates(tx, meeting, dates);
    if (others.length > 0) await proposesBy(tx, cop, calls, first, now);
    await setsClocks(scope, calls, others.at(-1));
    after(ofMeeting(calls), post(cop, 'meeting', 'space', { kind: 'meeting', id: meeting.id }));
    if (calls.state === 'called') showNext({ after }, cop);
    return { say: calledCard({ ...subject, meeting: calls }) };
  },
});

export const dropMeeting = command({
  name: 'meeting drop',
  summary: 'Leave the meeting that you have drafted',
  typedAs: 'meeting call',
  about: 'meeting',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject: { meeting } }) {
    mustBeDrafted(meeting);
    await meetings.drop(tx, meeting);
    return { say: droppedCard };
  },
});

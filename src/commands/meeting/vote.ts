import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import {
  ahead,
  called,
  type Meeting,
  mostDates,
  mustBeDrafted,
  mustBeVotedOn,
  proposesAt,
} from '../../domain/meeting.ts';
import { draftCard, unfitMoments } from '../../messages/meeting-form.ts';
import { datesForm, dateTakenCard, notADateCard, votedCard } from '../../messages/meeting-vote.ts';
import * as clocks from '../../store/clocks.ts';
import type { Tx } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as gatherings from '../../store/gatherings.ts';
import * as meetingVotes from '../../store/meeting-votes.ts';
import * as meetings from '../../store/meetings.ts';
import { command, consequence, type Scope, type Subjects } from '../command.ts';
import { post } from '../effects.ts';
import { calendarsFollow } from './calendar.ts';
import { drawCard, setsClocks, showNext, tellBelow, voteEnds } from './card.ts';
import { readMoment } from './moment.ts';

/** Besides the first: whoever is asked chooses among up to three. */
export const offerDates = command({
  name: 'meeting offer',
  summary: 'Let people choose among up to three dates for a meeting that you have drafted',
  typedAs: 'meeting call',
  about: 'meeting',
  may: ['its-author'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async form({ subject, calendar }) {
    mustBeDrafted(subject.meeting);
    return datesForm(subject, calendar.zone);
  },

  async run(scope) {
    const { tx, subject, options, calendar, now } = scope;
    const { meeting } = subject;
    mustBeDrafted(meeting);
    const read = (['second', 'third'] as const).flatMap(field => {
      const said = options[field]?.trim();
      if (!said) return [];
      return [{ field, at: readMoment(scope, said) }];
    });
    const faults = Object.fromEntries(
      read.flatMap(({ field, at }) => (typeof at === 'string' ? [[field, unfitMoments[at]]] : [])),
    );
    if (Object.keys(faults).length > 0) return { mend: datesForm(subject, calendar.zone, options, faults) };
    const all = [meeting.startsAt, ...read.map(one => one.at)].filter(one => typeof one === 'number');
    const dates = [...new Set(all)].toSorted((a, b) => a - b).slice(0, mostDates);
    const drafted = { ...meeting, changedAt: now };
    await meetings.save(tx, drafted);
    await meetingVotes.setDates(tx, meeting, dates.length > 1 ? dates : []);
    return { say: draftCard({ ...subject, meeting: drafted }, { dates, beside: await meetings.besides(tx, drafted) }) };
  },
});

/** Changed as often as they like; the same said twice is taken back. */
export const voteForDate = command({
  name: 'meeting vote',
  summary: 'Say on which dates you could come',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    const { tx, subject, actor, options, now } = scope;
    const { meeting, cop } = subject;
    mustBeVotedOn(meeting);
    const startsAt = Number(options.at);
    if (!(await canBeTaken(scope, startsAt))) return { say: notADateCard };
    const says = options.says === 'if-need-be' ? 'if-need-be' : 'yes';
    const said = await meetingVotes.vote(tx, meeting, { person: actor.id, startsAt, says }, now);
    await drawCard(scope, cop, meeting);
    return { say: votedCard(startsAt, said) };
  },
});

/** Where it can't, its card goes by that from now on. */
async function canBeTaken(scope: Scope<Subjects['meeting']>, startsAt: number): Promise<boolean> {
  const { tx, subject, now } = scope;
  const dates = ahead(await meetingVotes.dates(tx, subject.meeting), now);
  if (dates.some(one => one.startsAt === startsAt)) return true;
  await drawCard(scope, subject.cop, subject.meeting);
  return false;
}

/** Those who have voted are told, and say whether they come. */
export const takeDate = command({
  name: 'meeting take',
  summary: 'Take one of the dates that were voted for',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['its-author', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    const { tx, subject, options, now } = scope;
    const { meeting, cop } = subject;
    mustBeVotedOn(meeting);
    const startsAt = Number(options.at);
    if (!(await canBeTaken(scope, startsAt))) return { say: notADateCard };
    const taken = called(meeting, startsAt, now);
    await meetings.save(tx, taken);
    await voteEnds(scope, cop, taken);
    await setsClocks(scope, taken);
    await drawCard(scope, cop, taken);
    showNext(scope, cop);
    await calendarsFollow(scope, cop, taken);
    const voters = await gatherings.concerned(tx, meeting, cop.workspace, 1, 'meeting_votes');
    if (voters.many > 0) await tellBelow(scope, cop, taken, 'meeting-taken');
    return { say: dateTakenCard({ ...subject, meeting: taken }, voters.many) };
  },
});

/** Nobody has taken one by then: whoever facilitates is asked to, or whoever called it. */
export async function proposesBy(tx: Tx, cop: Cop, meeting: Meeting, first: number, now: number): Promise<void> {
  await clocks.set(tx, cop, {
    about: { kind: 'meeting', id: meeting.id },
    step: 'best',
    ...proposesAt(first, now),
    does: { command: 'meeting best', options: { meeting: meeting.id } },
  });
}

export const bestDate = consequence({
  name: 'meeting best',
  summary: 'Propose the date that suits most, in good time before the first',
  about: 'meeting',

  async run({ tx, subject, now, after }) {
    const { meeting, cop } = subject;
    if (meeting.state !== 'voting' || ahead(await meetingVotes.dates(tx, meeting), now).length === 0) return;
    const facilitators = await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace);
    const whom = new Set([...facilitators.map(one => one.id), ...(subject.caller?.role ? [meeting.callerId] : [])]);
    for (const id of whom) after(lane.person(id), post(cop, 'meeting-best', id, { kind: 'meeting', id: meeting.id }));
  },
});

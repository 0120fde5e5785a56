import type { SetClock } from '../../domain/clock.ts';
import type { Cop } from '../../domain/cop.ts';
import { type Lane, lane } from '../../domain/effect.ts';
import type { EffectId } from '../../domain/ids.ts';
import { dayBefore, endsAt, type Meeting } from '../../domain/meeting.ts';
import type { MessageName } from '../../domain/message.ts';
import * as clocks from '../../store/clocks.ts';
import * as meetings from '../../store/meetings.ts';
import * as posts from '../../store/posts.ts';
import * as welcomed from '../../store/welcomed.ts';
import type { Scope } from '../command.ts';
import { openThread, post, postBelow, reviseCopies, reviseOne } from '../effects.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'after'>;

/** Its card and all that is said below it: beside whatever else happens in the space. */
export const ofMeeting = ({ copId, id }: Pick<Meeting, 'copId' | 'id'>): Lane => lane.beside(copId, id);

/** Of a hundred who say at once that they come, one drawing shows them all: the one that waits is drawn from the rows as they are then. */
export async function drawCard(
  { tx, after }: Working,
  cop: Cop,
  meeting: Pick<Meeting, 'copId' | 'id'>,
): Promise<void> {
  if (await meetings.isToBeDrawn(tx, ofMeeting(meeting))) return;
  after(ofMeeting(meeting), reviseCopies(cop, 'meeting', { kind: 'meeting', id: meeting.id }));
}

/** What was said of its time or place before goes by how it is now: whoever reads it, or presses on it, means this one. It names whom it concerned. */
export async function saidBeforeFollows(
  { tx, after }: Working,
  cop: Cop,
  meeting: Pick<Meeting, 'copId' | 'id'>,
  which: readonly MessageName[] = saysWhen,
): Promise<readonly EffectId[]> {
  const about = { kind: 'meeting', id: meeting.id } as const;
  const said = await posts.standing(tx, cop.networkId, which, about);
  return [...said.keys()].map(message => after(ofMeeting(meeting), reviseCopies(cop, message, about)));
}

/** The same, and whoever came in since it was called reads in their welcome when they meet next. */
export async function allSaidFollows({ tx, after }: Working, cop: Cop, meeting: Meeting): Promise<void> {
  const about = { kind: 'meeting', id: meeting.id } as const;
  const { said, welcomes } = await welcomed.sayingWhen(tx, meeting, saysWhen);
  for (const message of said) after(ofMeeting(meeting), reviseCopies(cop, message, about));
  welcomesFollow(after, cop, welcomes);
}

function welcomesFollow(after: Working['after'], cop: Cop, all: readonly welcomed.Welcomed[]): void {
  for (const { message, about, copy, lane: theirs } of all)
    after(theirs, reviseOne(cop, message, about as never, copy));
}

/** Below its card. */
export const saidBelow = ['meeting-changed', 'meeting-taken'] as const;
const saidPrivately = ['meeting-news'] as const;
const saysWhen = [...saidBelow, ...saidPrivately] as const;

/** They ended with their CoP. What stands in the space follows where that can still be drawn, or once it is opened again. */
export async function endWithCop(working: Working, cop: Cop, ended: readonly Meeting[]): Promise<void> {
  for (const one of ended) await saidBeforeFollows(working, cop, one, saidPrivately);
  const [first] = ended;
  if (first) welcomesFollow(working.after, cop, await welcomed.since(working.tx, first));
}

/** Once, in the thread of its card, to those whom it concerns; where the card was deleted, in the space. */
export async function tellBelow(
  { tx, after }: Working,
  cop: Cop,
  meeting: Meeting,
  message: 'meeting-changed' | 'meeting-taken' | 'writer-sought',
): Promise<void> {
  const about = { kind: 'meeting', id: meeting.id } as const;
  const card = (await posts.copiesOf(tx, cop.networkId, 'meeting', about)).at(-1);
  if (!card) {
    after(ofMeeting(meeting), post(cop, message, 'space', about));
    return;
  }
  const opened = after(ofMeeting(meeting), openThread(cop, card.effectId, meeting.id));
  after(ofMeeting(meeting), postBelow(cop, message, card.effectId, about), { follows: [opened] });
}

/** One of its dates is taken, or none will be: whoever was asked to take one reads so. */
export async function voteEnds({ tx, after }: Working, cop: Cop, { networkId, id }: Meeting): Promise<void> {
  const about = { kind: 'meeting', id } as const;
  await clocks.stop(tx, networkId, about, 'best');
  after(lane.workspace(cop.workspace), reviseCopies(cop, 'meeting-best', about));
}

/** When it meets next stands in the welcome of its space. */
export const showNext = ({ after }: Pick<Working, 'after'>, cop: Cop): void =>
  void after(lane.cop(cop.id), reviseCopies(cop, 'cop-welcome', { kind: 'cop', id: cop.id }));

/** When it is over, its card says so, and the day before what is new is told; of one that was moved, by its new time; of one that is off, neither. `last`: the last of its dates, after which none can be taken. */
export async function setsClocks(
  { tx, calendar, now }: Pick<Scope<unknown>, 'tx' | 'calendar' | 'now'>,
  meeting: Meeting,
  last?: number,
): Promise<void> {
  const { copId, networkId, id, startsAt } = meeting;
  const about = { kind: 'meeting', id } as const;
  const ends = startsAt === undefined ? last : endsAt(meeting);
  if (meeting.state === 'cancelled' || ends === undefined) return clocks.stop(tx, networkId, about);
  const options = { meeting: id };
  const over: SetClock = { about, step: 'over', dueAt: ends, does: { command: 'meeting over', options } };
  const before = (at: number): SetClock => ({
    ...{ about, step: 'day-before', dueAt: dayBefore(calendar.workdayBefore(at), at, now) },
    does: { command: 'meeting day-before', options },
  });
  await clocks.setEach(tx, { id: copId, networkId }, startsAt === undefined ? [over] : [over, before(startsAt)]);
}

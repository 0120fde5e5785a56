/** A CoP meets: called once, for one date or a choice of up to three; who comes says so, and nobody is counted as absent. */
import type { CopId, DocumentId, MeetingId, NetworkId, PersonId } from './ids.ts';
import { linkFrom } from './link.ts';
import { Refusal } from './refusal.ts';

/** Each has an agenda of ours in `guides/meetings/`. */
export const formats = ['check-in', 'one-problem', 'case-clinic', 'show-and-tell'] as const;
export type MeetingFormat = (typeof formats)[number];

/** The five core roles, for one meeting. */
export const parts = ['open', 'time', 'write', 'newcomers', 'question'] as const;
export type MeetingPart = (typeof parts)[number];

/** `drafted`: only who drafts it sees it. `voting`: its date is still to be chosen. `over`: it was held. */
export type MeetingState = 'drafted' | 'voting' | 'called' | 'over' | 'cancelled';

export interface Meeting {
  readonly id: MeetingId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly callerId: PersonId;
  /** A question; nothing once who asked it is forgotten. */
  readonly about: string | undefined;
  readonly format: MeetingFormat;
  readonly minutes: number;
  /** A link or a room; none: in the space. */
  readonly place: string | undefined;
  /** In which its time was meant (an IANA name). */
  readonly timeZone: string;
  readonly state: MeetingState;
  /** Set from when its date is chosen. */
  readonly startsAt: number | undefined;
  /** The one that it was called after. */
  readonly afterId: MeetingId | undefined;
  /** How often its time or place was changed since it was called, as calendars count it (RFC 5545, SEQUENCE). */
  readonly sequence: number;
  /** When something of it was changed last that who comes would like to know. */
  readonly changedAt: number;
  /** The document of the library that they are. */
  readonly notesId: DocumentId | undefined;
  readonly notesBy: PersonId | undefined;
  readonly notesAt: number | undefined;
  readonly version: number;
  readonly createdAt: number;
}

/** Characters. */
export const limits = { about: 200, place: 500, question: 300 } as const;

export const lengths = [30, 45, 60, 90, 120] as const;
export const usualMinutes = 60;

const minute = 60_000;
const day = 24 * 3600_000;
const atMost = 366 * day;

export const endsAt = ({ startsAt, minutes }: Pick<Meeting, 'startsAt' | 'minutes'>): number | undefined =>
  startsAt === undefined ? undefined : startsAt + minutes * minute;

/** What can't be taken of a time that somebody means. `skipped`: the clocks leave it out; `another-zone`: it was asked for in the one of before. */
export type UnfitMoment = 'another-zone' | 'unclear' | 'no-hour' | 'skipped' | 'past' | 'too-far';

export function meetsAt(moment: number | UnfitMoment, now: number): number | UnfitMoment {
  if (typeof moment === 'string') return moment;
  if (moment <= now) return 'past';
  return moment - now > atMost ? 'too-far' : moment;
}

export type PlaceFault = 'not-the-web' | 'broken' | 'too-long' | 'with-password';

/** A link where it looks like one, else a room's name; nothing for *here*. */
export function placeFrom(typed: string): { readonly place: string | undefined } | { readonly fault: PlaceFault } {
  const words = typed.trim();
  if (words === '' || /^(here|hier)$/i.test(words)) return { place: undefined };
  if (words.length > limits.place) return { fault: 'too-long' };
  const link = linkFrom(words);
  if ('url' in link) return link.url.length > limits.place ? { fault: 'too-long' } : { place: link.url };
  if (link.fault === 'with-password') return { fault: 'with-password' };
  if (/^https?:/i.test(words)) return isLink(words) ? { place: words } : { fault: 'broken' };
  const isOther = link.fault === 'not-the-web' && /^[a-z][a-z0-9+.-]*:\S/i.test(words);
  return isOther ? { fault: 'not-the-web' } : { place: words };
}

export const isLink = (place: string): boolean => /^https?:\/\/\S+$/i.test(place) && URL.canParse(place);

export const isToCome = ({ state }: Pick<Meeting, 'state'>): boolean => state === 'called' || state === 'voting';

/** Answers, questions and parts are for one that is still to come. */
export function mustBeToCome(meeting: Meeting): void {
  if (!isToCome(meeting)) throw new Refusal('meeting-settled', { meeting });
}

/** Only a draft is posted, dropped, or given more dates. */
export function mustBeDrafted(meeting: Meeting): void {
  if (meeting.state !== 'drafted') throw new Refusal('meeting-settled', { meeting });
}

/** Its date is still to be chosen. */
export function mustBeVotedOn(meeting: Meeting): void {
  if (meeting.state !== 'voting') throw new Refusal('meeting-settled', { meeting });
}

/** Of one date that was chosen. */
export function called(meeting: Meeting, startsAt: number, now: number): Meeting {
  if (meeting.state !== 'drafted' && meeting.state !== 'voting') throw new Refusal('meeting-settled', { meeting });
  return { ...meeting, state: 'called', startsAt, changedAt: now };
}

/** Those who come are told once; calendars know by its sequence that it is the same one. */
export function moved(
  meeting: Meeting,
  to: { readonly startsAt: number; readonly minutes: number; readonly place: string | undefined },
  now: number,
): Meeting {
  if (meeting.state !== 'called') throw new Refusal('meeting-settled', { meeting });
  const isSame = meeting.startsAt === to.startsAt && meeting.minutes === to.minutes && meeting.place === to.place;
  return isSame ? meeting : { ...meeting, ...to, sequence: meeting.sequence + 1, changedAt: now };
}

export function cancelled(meeting: Meeting, now: number): Meeting {
  mustBeToCome(meeting);
  return { ...meeting, state: 'cancelled', sequence: meeting.sequence + 1, changedAt: now };
}

/** Up to so many dates can be voted for. */
export const mostDates = 3;

/** A date with who could come. */
export interface Voted {
  readonly startsAt: number;
  readonly yes: number;
  readonly ifNeedBe: number;
}

/** Those that can still be taken. */
export const ahead = <D extends { readonly startsAt: number }>(dates: readonly D[], now: number): readonly D[] =>
  dates.filter(one => one.startsAt > now);

/** Most can, or could if need be: several where they are alike. Nothing, where nobody can. */
export function best(dates: readonly Voted[]): readonly Voted[] {
  const ranked = dates.toSorted(
    (a, b) => b.yes - a.yes || b.yes + b.ifNeedBe - a.yes - a.ifNeedBe || a.startsAt - b.startsAt,
  );
  const [first] = ranked;
  if (!first || first.yes + first.ifNeedBe === 0) return [];
  return ranked.filter(one => one.yes === first.yes && one.ifNeedBe === first.ifNeedBe);
}

const bestBefore = 3 * day;
const atMostTonight = 4 * 3600_000;

/**
 * When the best of the dates is proposed: three days before the first, in the workspace's hours, since a weekend is shorter than that.
 * Nearer than that they could come too late: at the hour at which it was called, on the last day on which it is before the first; within
 * a day half way, but not in the night.
 */
export function proposesAt(first: number, now: number): { readonly dueAt: number; readonly minding?: 'workspace' } {
  if (first - bestBefore > now) return { dueAt: first - bestBefore, minding: 'workspace' };
  const days = Math.ceil((first - now) / day) - 1;
  return { dueAt: now + (days > 0 ? days * day : Math.min(Math.floor((first - now) / 2), atMostTonight)) };
}

/** When those who come hear what is new: the working day before, or of one that is called or moved later than that, half way to it. */
export const dayBefore = (workdayBefore: number, startsAt: number, now: number): number =>
  workdayBefore > now ? workdayBefore : now + Math.floor((startsAt - now) / 2);

/** Its date is still to be chosen. */
export const voting = (meeting: Meeting, now: number): Meeting => ({
  ...meeting,
  state: 'voting',
  startsAt: undefined,
  changedAt: now,
});

/** Notes are taken from when it has begun. */
export const hasBegun = ({ state, startsAt }: Pick<Meeting, 'state' | 'startsAt'>, now: number): boolean =>
  state === 'over' || (state === 'called' && startsAt !== undefined && startsAt <= now);

export function mustHaveBegun(meeting: Meeting, now: number): void {
  if (meeting.state === 'cancelled') throw new Refusal('meeting-settled', { meeting });
  if (!hasBegun(meeting, now)) throw new Refusal('meeting-to-come', {});
}

/** Who wrote it first stays its writer. */
export const writtenUp = (meeting: Meeting, notesId: DocumentId, by: PersonId, now: number): Meeting => ({
  ...meeting,
  notesId,
  notesBy: meeting.notesId === notesId ? (meeting.notesBy ?? by) : by,
  notesAt: now,
});

/** Characters of what was learned. */
export const mostLearned = 1500;

const nudgedAfter = 36 * 3600_000;
const longAgoMs = 14 * day;

/** When who facilitates is asked whether somebody writes it up, once. */
export const askedToWriteAt = (ended: number): number => ended + nudgedAfter;

/** Then nobody is asked about it any more: its CoP rested meanwhile. */
export const isLongAgo = (ended: number, now: number): boolean => now - ended > longAgoMs;

/** When it has ended, as planned. */
export const over = (meeting: Meeting): Meeting => ({ ...meeting, state: 'over' });

/** As calendars know it (RFC 5545). Without a date it stands in none. */
export function standsAs(meeting: Meeting) {
  const { id, sequence, changedAt, startsAt, timeZone, state } = meeting;
  const ends = endsAt(meeting);
  if (startsAt === undefined || ends === undefined || state === 'drafted' || state === 'voting') return undefined;
  const isOff = state === 'cancelled';
  const uid = `${id}@cop-bot`;
  return { uid, sequence, changedAt, startsAt, endsAt: ends, timeZone, isOff };
}

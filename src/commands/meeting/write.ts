import { type Document, titleOfNotes, unsaid } from '../../domain/document.ts';
import type { Lane } from '../../domain/effect.ts';
import type { DocumentId, PersonId, PromiseId } from '../../domain/ids.ts';
import { type Meeting, mostLearned, mustHaveBegun, writtenUp } from '../../domain/meeting.ts';
import type { AboutOf } from '../../domain/message.ts';
import { limits, linesIn, type Promised, typedAs, type Understood, understood } from '../../domain/promise.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { unfitMoments } from '../../messages/meeting-form.ts';
import {
  type NotesFaults,
  notesForm,
  nothingLearned,
  tooLongPromise,
  tooManyPromises,
  writtenMeanwhile,
  writtenUpCard,
} from '../../messages/notes.ts';
import * as clocks from '../../store/clocks.ts';
import * as documents from '../../store/documents.ts';
import type { Reader } from '../../store/engine.ts';
import * as meetings from '../../store/meetings.ts';
import * as memberships from '../../store/memberships.ts';
import * as posts from '../../store/posts.ts';
import * as promises from '../../store/promises.ts';
import * as told from '../../store/told.ts';
import { command, type ReadScope, type Scope, type Subjects, somebody } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';
import { draftedAfter } from './again.ts';
import { drawCard, ofMeeting } from './card.ts';
import { askWhoWroteIt } from './enjoyed.ts';
import { calls } from './may-call.ts';
import { readMoment } from './moment.ts';
import { mayRevise, notesOf } from './notes-of.ts';

type Option = 'meeting' | 'learned' | 'promised' | 'when' | 'seen';
type Writing = Scope<Subjects['meeting'], Option>;

/** What was learned becomes a document of the library, what was promised stands on the list of what is next. Once it is written, who wrote it and those who facilitate revise it. */
export const writeUpMeeting = command({
  name: 'meeting write',
  summary: 'Write a meeting up: what you learned, what you promised, when you meet next',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async form(scope) {
    const { reader, subject, actor, now } = scope;
    const { meeting, cop } = subject;
    mustHaveBegun(meeting, now);
    const written = await notesOf(reader, cop, meeting);
    if (!written) return notesForm(subject, await zoneOf(reader, scope));
    if (!(await mayRevise(reader, cop, meeting, somebody(actor))))
      throw new Refusal('written-up', { cop, notes: written.notes, by: written.by });
    return notesForm(subject, undefined, {
      learned: written.document.words,
      promised: (await promises.ofMeeting(reader, cop, meeting.id)).map(typedAs).join('\n'),
      seen: String(meeting.notesAt),
    });
  },

  async run(scope) {
    const { tx, subject, actor, options } = scope;
    const { meeting, cop } = subject;
    mustHaveBegun(meeting, scope.now);
    const written = await notesOf(tx, cop, meeting);
    const read = readFrom(scope, await linesOf(scope));
    const zone = async () => (options.seen ? undefined : await zoneOf(tx, scope));
    if ('faults' in read) return { mend: notesForm(subject, await zone(), options, read.faults) };
    if (written && options.seen !== String(meeting.notesAt)) {
      const may = await mayRevise(tx, cop, meeting, actor);
      const seen = may ? { seen: String(meeting.notesAt) } : {};
      const faults = { learned: writtenMeanwhile(written.by, cop, may) };
      return { mend: notesForm(subject, may ? undefined : await zone(), { ...options, ...seen }, faults) };
    }
    if (written && !(await mayRevise(tx, cop, meeting, actor)))
      throw new Refusal('written-up', { cop, notes: written.notes, by: written.by });
    const document = await kept(scope, written?.document, read.learned);
    await promised(scope, read.lines);
    await isWritten(scope, document);
    if (!written) await askWhoWroteIt(tx, cop, meeting, actor.id, scope.now);
    const next = read.startsAt !== undefined && (await zone()) ? await draftedAfter(scope, read.startsAt) : undefined;
    return { say: writtenUpCard(subject, document.id, !written, next) };
  },
});

/** Whoever calls meetings may name the next one at once. */
const zoneOf = async (
  reader: Reader,
  { subject, actor, calendar }: Pick<ReadScope<Subjects['meeting']>, 'subject' | 'actor' | 'calendar'>,
) => ((await calls(reader, subject.cop, actor)) ? calendar.zone : undefined);

interface Line extends Understood {
  /** As it was typed. */
  readonly line: string;
}

async function linesOf({ tx, subject: { cop }, options }: Writing): Promise<readonly Line[]> {
  const lines = linesIn(options.promised ?? '');
  const members = lines.length > 0 ? await memberships.everybody(tx, cop.networkId, cop.id, cop.workspace) : [];
  return lines.map(line => ({ line, ...understood(line, members) }));
}

/** Of a promise, the name isn't counted: whoever revises it finds the whole of that before it. */
function readFrom(scope: Pick<Writing, 'subject' | 'options' | 'calendar' | 'now'>, lines: readonly Line[]) {
  const { options } = scope;
  const learned = cut(tidiedLines(options.learned ?? ''), mostLearned);
  const tooLong = lines.find(one => [...one.words].length > limits.words);
  const said = options.when?.trim() ?? '';
  const at = said && readMoment(scope, said);
  const faults: NotesFaults = {
    ...(learned === '' && { learned: nothingLearned }),
    ...(lines.length > limits.many && { promised: tooManyPromises }),
    ...(tooLong !== undefined && { promised: tooLongPromise(cut(tooLong.line, 40)) }),
    ...(typeof at === 'string' && at !== '' && { when: unfitMoments[at] }),
  };
  if (Object.keys(faults).length > 0) return { faults };
  return { learned, lines, startsAt: typeof at === 'number' ? at : undefined };
}

async function kept(scope: Writing, before: Document | undefined, words: string): Promise<Document> {
  const { tx, subject, actor, calendar, now, newId } = scope;
  const { meeting, cop } = subject;
  if (before) {
    const revised = { ...before, words };
    await documents.save(tx, revised);
    return revised;
  }
  const id = newId<DocumentId>();
  const document: Document = {
    ...unsaid,
    ...{ id, networkId: cop.networkId, copId: cop.id },
    kind: 'notes',
    title: titleOfNotes(meeting.about, cop.name, calendar.dayOf(meeting.startsAt ?? now)),
    messageKey: `notes/${id}`,
    words,
    ...{ sharedBy: actor.id, sharedAt: now, savedBy: actor.id, savedAt: now, stewardId: actor.id },
  };
  await documents.add(tx, document);
  return document;
}

/** A line that says what it said before is the same promise. */
async function promised(scope: Writing, lines: readonly Line[]): Promise<void> {
  const { tx, subject, actor, now, newId } = scope;
  const { meeting, cop } = subject;
  const before = await promises.ofMeeting(tx, cop, meeting.id);
  if (lines.length === 0 && before.length === 0) return;
  const stays: PromiseId[] = [];
  const added: { id: PromiseId; by: PersonId | undefined; words: string }[] = [];
  for (const read of lines) {
    const same = before.find(one => !stays.includes(one.id) && isSame(one, read));
    if (same) stays.push(same.id);
    else added.push({ id: newId<PromiseId>(), by: read.by, words: read.words });
  }
  await promises.rewrite(tx, cop, meeting.id, { before, stays, added }, { by: actor.id, now });
}

const isSame = (one: Promised, { line, by, words }: Line): boolean =>
  typedAs(one) === line || (one.by?.id === by && one.words === words);

/** Its card says so, and what was asked of others needn't be done any more. */
async function isWritten(scope: Writing, { id, copId, place, goneAt }: Document): Promise<void> {
  const { tx, subject, actor, now, after } = scope;
  const { cop } = subject;
  const about = { kind: 'document', id } as const;
  const meeting: Meeting = writtenUp(subject.meeting, id, actor.id, now);
  await meetings.save(tx, meeting);
  await clocks.stop(tx, cop.networkId, { kind: 'meeting', id: meeting.id }, 'unwritten');
  const where = ofMeeting({ copId, id: meeting.id });
  const standsIn = goneAt === undefined ? place : undefined;
  const isNew = subject.meeting.notesId !== id || (await areMissing(scope, { standsIn, where, about }));
  if (isNew && goneAt !== undefined) await posts.forget(tx, cop.networkId, 'meeting-notes', about);
  after(where, isNew ? post(cop, 'meeting-notes', 'space', about) : reviseCopies(cop, 'meeting-notes', about));
  await drawCard(scope, cop, meeting);
}

/** They were left out by a closing before they could be posted, or somebody deleted them there, or their CoP has another space by now; and they aren't on their way. */
async function areMissing(
  { tx, subject: { cop } }: Writing,
  { standsIn, where, about }: { standsIn: string | undefined; where: Lane; about: AboutOf<'meeting-notes'> },
): Promise<boolean> {
  return standsIn !== cop.spaceId && !(await told.isUnderWay(tx, cop.networkId, where, 'meeting-notes', about));
}

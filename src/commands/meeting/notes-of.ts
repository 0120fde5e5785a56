/** What is written down of a meeting, with who wrote it, and who may write it anew. */
import type { Cop } from '../../domain/cop.ts';
import type { Document } from '../../domain/document.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MembershipRole } from '../../domain/membership.ts';
import type { Known, Person } from '../../domain/person.ts';
import type { WrittenUp } from '../../messages/notes.ts';
import * as documents from '../../store/documents.ts';
import type { Reader } from '../../store/engine.ts';
import * as memberships from '../../store/memberships.ts';
import * as notes from '../../store/notes.ts';
import * as people from '../../store/people.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { drawCard, ofMeeting } from './card.ts';

type Of = Pick<Cop, 'id' | 'networkId' | 'workspace'>;

/** Nothing, where its notes were taken out of the library again. */
export async function notesOf(
  reader: Reader,
  cop: Of,
  meeting: Pick<Meeting, 'notesId' | 'notesBy'>,
): Promise<(WrittenUp & { readonly document: Document }) | undefined> {
  const { notesId } = meeting;
  const document = notesId && (await documents.withCop(reader, cop.networkId, notesId))?.document;
  if (document?.state !== 'kept') return undefined;
  return { notes: document.id, by: await writerOf(reader, cop, meeting), document };
}

/** As long as they are known. */
export async function writerOf(
  reader: Reader,
  { id, networkId, workspace }: Of,
  { notesBy }: Pick<Meeting, 'notesBy'>,
): Promise<Known | undefined> {
  return notesBy && (await people.known(reader, networkId, { workspace, cop: id }, [notesBy])).get(notesBy);
}

/** Who wrote them, for as long as they are in the CoP; and those who facilitate it. `role`: what they are in it. */
export const revises = (
  { notesBy }: Pick<Meeting, 'notesBy'>,
  actor: Pick<Person, 'id'>,
  role: MembershipRole | undefined,
): boolean => role === 'facilitator' || (role !== undefined && notesBy === actor.id);

export async function mayRevise(
  reader: Reader,
  cop: Pick<Cop, 'id' | 'networkId'>,
  meeting: Meeting,
  actor: Pick<Person, 'id'>,
): Promise<boolean> {
  const membership = await memberships.of(reader, cop.networkId, cop.id, actor.id);
  return revises(meeting, actor, membership?.state === 'left' ? undefined : membership?.role);
}

/** Taken out of the library, or put back: where they stand, and the card of their meeting, say so. */
export async function notesFollow(
  working: Pick<Scope<unknown>, 'tx' | 'after'>,
  cop: Cop,
  { id, kind }: Document,
): Promise<void> {
  const meeting = kind === 'notes' ? await notes.meetingOf(working.tx, cop.networkId, cop.id, id) : undefined;
  if (!meeting) return;
  working.after(ofMeeting(meeting), reviseCopies(cop, 'meeting-notes', { kind: 'document', id }));
  await drawCard(working, cop, meeting);
}

/** What is written down of a meeting, with who wrote it, and who may write it anew. */
import type { Cop } from '../../domain/cop.ts';
import type { Document } from '../../domain/document.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MembershipRole } from '../../domain/membership.ts';
import type { Person } from '../../domain/person.ts';
import type { WrittenUp } from '../../messages/notes.ts';
import type { Reader } from '../../store/engine.ts';
import * as memberships from '../../store/memberships.ts';
import * as notes from '../../store/notes.ts';
import * as people from '../../store/people.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { drawCard, ofMeeting } from './card.ts';

/** Nothing, where its notes were taken out of the library again. */
export async function notesOf(
  reader: Reader,
  cop: Pick<Cop, 'id' | 'networkId' | 'workspace'>,
  { notesId, notesBy }: Pick<Meeting, 'notesId' | 'notesBy'>,
): Promise<WrittenUp | undefined> {
  if (!notesId || !(await notes.areKept(reader, cop.networkId, notesId))) return undefined;
  const known = notesBy
    ? await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [notesBy])
    : undefined;
  return { notes: notesId, by: notesBy && known?.get(notesBy) };
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

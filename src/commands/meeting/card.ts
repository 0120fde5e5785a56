import type { Cop } from '../../domain/cop.ts';
import { type Lane, lane } from '../../domain/effect.ts';
import type { Meeting } from '../../domain/meeting.ts';
import * as meetings from '../../store/meetings.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';

/** Its card and all that is said below it: beside whatever else happens in the space. */
export const ofMeeting = ({ copId, id }: Pick<Meeting, 'copId' | 'id'>): Lane => lane.beside(copId, id);

/** Of a hundred who say at once that they come, one drawing shows them all: the one that waits is drawn from the rows as they are then. */
export async function drawCard(
  { tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>,
  cop: Cop,
  meeting: Pick<Meeting, 'copId' | 'id'>,
): Promise<void> {
  if (await meetings.isToBeDrawn(tx, ofMeeting(meeting))) return;
  after(ofMeeting(meeting), reviseCopies(cop, 'meeting', { kind: 'meeting', id: meeting.id }));
}

/** What is new of a meeting to those who come, since they said so last. What they did themselves isn't. */
import type { PersonId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Reader, Tx } from './engine.ts';

type Of = Pick<Meeting, 'id' | 'networkId' | 'changedAt'>;

/** Who come and are in the CoP, and have not heard of something yet; or whether one of them is. */
export async function forWhom(reader: Reader, of: Of, only?: PersonId): Promise<readonly PersonId[]> {
  const rows = await reader
    .selectFrom('meeting_answers as x')
    .innerJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'x.cop_id').onRef('m.person_id', '=', 'x.person_id').on('m.state', '=', 'member'),
    )
    .select('x.person_id')
    .where('x.network_id', '=', of.networkId)
    .where('x.meeting_id', '=', of.id)
    .where('x.says', '=', 'comes')
    .$if(only !== undefined, query => query.where('x.person_id', '=', only as PersonId))
    .where(eb =>
      eb.or([
        eb('x.at', '<', of.changedAt),
        eb.exists(
          eb
            .selectFrom('meeting_questions as q')
            .innerJoin('memberships as b', join =>
              join
                .onRef('b.cop_id', '=', 'q.cop_id')
                .onRef('b.person_id', '=', 'q.person_id')
                .on('b.state', '<>', 'left'),
            )
            .select('q.id')
            .whereRef('q.meeting_id', '=', 'x.meeting_id')
            .whereRef('q.at', '>', 'x.at')
            .whereRef('q.person_id', '<>', 'x.person_id'),
        ),
      ]),
    )
    .execute();
  return rows.map(row => row.person_id);
}

/** Who changes it knows of it. */
export async function knows(tx: Tx, { id, networkId }: Of, person: PersonId, now: number): Promise<void> {
  await tx
    .updateTable('meeting_answers')
    .set({ at: now })
    .where('network_id', '=', networkId)
    .where('meeting_id', '=', id)
    .where('person_id', '=', person)
    .where('says', '=', 'comes')
    .execute();
}

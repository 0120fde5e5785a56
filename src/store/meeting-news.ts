/** What is new of a meeting to those who come, since they said so last. What they did themselves isn't. */
import { sql } from 'kysely';
import type { PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Known } from '../domain/person.ts';
import type { Reader, Tx } from './engine.ts';
import { knownFrom } from './gatherings.ts';

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

/** Questions that others have brought since then, the first first. */
export async function questionsSince(
  reader: Reader,
  of: Of,
  workspace: WorkspaceKey,
  { since, reader: person, most }: { readonly since: number; readonly reader: PersonId; readonly most: number },
): Promise<{ readonly many: number; readonly first: readonly { readonly by: Known; readonly words: string }[] }> {
  const rows = await reader
    .selectFrom('meeting_questions as x')
    .innerJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'x.cop_id').onRef('m.person_id', '=', 'x.person_id').on('m.state', '<>', 'left'),
    )
    .innerJoin('persons as p', 'p.id', 'x.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'x.person_id').on('a.workspace_id', '=', workspace),
    )
    .select(['p.id', 'p.name', 'm.role', 'a.external_id', 'x.words', sql<number>`count(*) over ()`.as('many')])
    .where('x.network_id', '=', of.networkId)
    .where('x.meeting_id', '=', of.id)
    .where('x.at', '>', since)
    .where('x.person_id', '<>', person)
    .orderBy('x.at')
    .orderBy('x.id')
    .limit(most)
    .execute();
  return {
    many: Number(rows[0]?.many ?? 0),
    first: rows.map(row => ({ by: knownFrom(of.networkId, row), words: row.words ?? '' })),
  };
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

/** The dates that a meeting can be voted for, and what people say to each. */
import { sql } from 'kysely';
import type { PersonId } from '../domain/ids.ts';
import type { Meeting, Voted } from '../domain/meeting.ts';
import type { Reader, Tx } from './engine.ts';

type Of = Pick<Meeting, 'id' | 'networkId' | 'copId'>;

/** What it can be voted for, the first first, with who is still in the CoP. */
export async function dates(reader: Reader, of: Of): Promise<readonly Voted[]> {
  const many = (says: Vote) =>
    sql<number>`count(case when v.says = ${sql.lit(says)} and m.person_id is not null then 1 end)`;
  const rows = await reader
    .selectFrom('meeting_dates as d')
    .leftJoin('meeting_votes as v', join =>
      join.onRef('v.meeting_id', '=', 'd.meeting_id').onRef('v.starts_at', '=', 'd.starts_at'),
    )
    .leftJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'd.cop_id').onRef('m.person_id', '=', 'v.person_id').on('m.state', '<>', 'left'),
    )
    .select(['d.starts_at', many('yes').as('yes'), many('if-need-be').as('if_need_be')])
    .where('d.network_id', '=', of.networkId)
    .where('d.meeting_id', '=', of.id)
    .groupBy('d.starts_at')
    .orderBy('d.starts_at')
    .execute();
  return rows.map(row => ({ startsAt: row.starts_at, yes: Number(row.yes), ifNeedBe: Number(row.if_need_be) }));
}

/** In place of those that were there. */
export async function setDates(tx: Tx, of: Of, all: readonly number[]): Promise<void> {
  await tx.deleteFrom('meeting_dates').where('network_id', '=', of.networkId).where('meeting_id', '=', of.id).execute();
  if (all.length === 0) return;
  await tx
    .insertInto('meeting_dates')
    .values(all.map(at => ({ network_id: of.networkId, cop_id: of.copId, meeting_id: of.id, starts_at: at })))
    .execute();
}

type Vote = 'yes' | 'if-need-be';

/** The same said twice is taken back. */
export async function vote(
  tx: Tx,
  of: Of,
  { person, startsAt, says }: { readonly person: PersonId; readonly startsAt: number; readonly says: Vote },
  now: number,
): Promise<Vote | undefined> {
  const where = tx
    .deleteFrom('meeting_votes')
    .where('network_id', '=', of.networkId)
    .where('meeting_id', '=', of.id)
    .where('starts_at', '=', startsAt)
    .where('person_id', '=', person);
  const before = await where.returning('says').executeTakeFirst();
  if (before?.says === says) return undefined;
  await tx
    .insertInto('meeting_votes')
    .values({
      ...{ network_id: of.networkId, cop_id: of.copId, meeting_id: of.id },
      ...{ starts_at: startsAt, person_id: person, says, at: now },
    })
    .execute();
  return says;
}

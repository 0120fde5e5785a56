/** The outbox as whoever runs the bot sees it: which, how far, why not. Never what is said in it. */
import { type RawBuilder, sql } from 'kysely';
import type { EffectState, Wish, WishKind } from '../domain/effect.ts';
import type { EffectId } from '../domain/ids.ts';
import type { Trouble } from '../domain/trouble.ts';
import { calledOff, triedAgain } from '../domain/trouble.ts';
import type { Reader, Tx } from './engine.ts';

export interface ToldEffect {
  readonly id: EffectId;
  readonly kind: WishKind;
  /** Which message, if it is one. */
  readonly message: string | undefined;
  readonly cop: string;
  readonly workspace: string;
  readonly lane: string;
  readonly state: EffectState;
  readonly attempts: number;
  /** Those that were merely told to wait. */
  readonly waits: number;
  readonly dueAt: number;
  readonly begunAt: number | undefined;
  readonly settledAt: number | undefined;
  readonly trouble: Trouble | undefined;
  readonly needs: readonly EffectId[];
  /** What is put right if it is given up. */
  readonly otherwise: string | undefined;
}

export type Which = 'parked' | 'waiting' | 'failed' | 'open';

const where: Readonly<Record<Which, RawBuilder<boolean>>> = {
  open: sql`e.settled_at is null`,
  parked: sql`e.state = 'parked'`,
  waiting: sql`e.state in ('waiting', 'intended')`,
  failed: sql`e.state = 'failed'`,
};

const query = (reader: Reader) =>
  reader
    .selectFrom('effects as e')
    .innerJoin('cops as c', 'c.id', 'e.cop_id')
    .select(['e.id', 'e.kind', 'e.wish', 'c.name as cop', 'e.workspace_id', 'e.lane', 'e.state', 'e.attempts'])
    .select(['e.waits', 'e.due_at', 'e.intended_at', 'e.settled_at', 'e.error', 'e.needs', 'e.on_failure', 'e.batch']);

type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number];

function told(row: Row): ToldEffect {
  const wish: Wish = JSON.parse(row.wish);
  return {
    id: row.id,
    kind: row.kind,
    message: 'message' in wish ? wish.message : undefined,
    cop: row.cop,
    workspace: row.workspace_id,
    lane: row.lane,
    state: row.state,
    attempts: row.attempts,
    waits: row.waits,
    dueAt: row.due_at,
    begunAt: row.intended_at ?? undefined,
    settledAt: row.settled_at ?? undefined,
    trouble: row.error ? JSON.parse(row.error) : undefined,
    needs: JSON.parse(row.needs),
    otherwise: row.on_failure ? JSON.parse(row.on_failure).command : undefined,
  };
}

export async function listed(reader: Reader, which: Which, most: number): Promise<readonly ToldEffect[]> {
  const rows = await query(reader).where(where[which]).orderBy('e.id', 'desc').limit(most).execute();
  return rows.map(told).toReversed();
}

/** One of them, with the others of the same press, in their order. */
export async function story(
  reader: Reader,
  id: string,
): Promise<{ readonly effect: ToldEffect; readonly others: readonly ToldEffect[] } | undefined> {
  const row = await query(reader)
    .where('e.id', '=', id as EffectId)
    .executeTakeFirst();
  if (!row) return undefined;
  const others = await query(reader)
    .where('e.batch', '=', row.batch)
    .where('e.id', '<>', row.id)
    .orderBy('e.id')
    .execute();
  return { effect: told(row), others: others.map(told) };
}

/** At the next start at once, whatever it was put off for, or called off. What people were told of stays known. False where it is over. */
export const retry = (tx: Tx, id: EffectId, now: number): Promise<boolean> => nowDue(tx, id, now, undefined);

/** At the next start the bot gives it up, as if the platform had said no for good: what follows from that is put right, people are told. */
export const callOff = (tx: Tx, id: EffectId, now: number): Promise<boolean> => nowDue(tx, id, now, calledOff);

async function nowDue(tx: Tx, id: EffectId, now: number, trouble: Trouble | undefined): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('effects')
    .set(eb => ({
      state: eb.case().when('intended_at', 'is not', null).then('intended').else('waiting').end() as never,
      due_at: now,
      claimed_until: null,
      error: trouble
        ? JSON.stringify(trouble)
        : eb
            .case()
            .when('error', '=', JSON.stringify(calledOff))
            .then(JSON.stringify(triedAgain))
            .else(eb.ref('error'))
            .end(),
    }))
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

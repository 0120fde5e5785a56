/** What the outbox has still to do, counted: for whoever watches, never of whom. */
import { sql } from 'kysely';
import type { EffectState } from '../domain/effect.ts';
import type { PlatformName } from '../domain/platforms.ts';
import type { Trouble } from '../domain/trouble.ts';
import type { Reader } from './engine.ts';
import { timeOf } from './ids.ts';

export interface Backlog {
  readonly open: readonly { readonly platform: PlatformName; readonly state: EffectState; readonly many: number }[];
  /** Since when the one waits that could have been done first; of those that wait for nobody. One that is tried again later has waited since it was to be done. */
  readonly since: number | undefined;
  /** Set aside until somebody has mended something: by what it is about, and what a platform said. Without trouble of its own, one waits for another. */
  readonly parked: readonly {
    readonly platform: PlatformName;
    readonly trouble: Pick<Trouble, 'whose' | 'kind'> | undefined;
    readonly many: number;
  }[];
}

export async function backlog(reader: Reader, now: number): Promise<Backlog> {
  const fromStart = sql`(attempts > 0 or due_at = 0)`;
  const open = await reader
    .selectFrom('effects')
    .select(['platform', 'state', sql<number>`count(*)`.as('many')])
    .select(sql<string | null>`min(case when ${fromStart} then id end)`.as('oldest'))
    .select(sql<number | null>`min(case when due_at <= ${now} and not ${fromStart} then due_at end)`.as('due'))
    .where('settled_at', 'is', null)
    .groupBy(['platform', 'state'])
    .execute();
  const parked = await reader
    .selectFrom('effects')
    .select(['platform', 'error', sql<number>`count(*)`.as('many')])
    .where('settled_at', 'is', null)
    .where('state', '=', 'parked')
    .groupBy(['platform', 'error'])
    .execute();
  const waiting = open.filter(one => one.state !== 'parked');
  const times = waiting.flatMap(({ oldest, due }) => [
    ...(oldest ? [timeOf(oldest)] : []),
    ...(due === null ? [] : [Number(due)]),
  ]);
  return {
    open: open.map(({ platform, state, many }) => ({ platform, state, many: Number(many) })),
    since: times.length > 0 ? Math.min(...times) : undefined,
    parked: parked.map(({ platform, error, many }) => ({
      platform,
      trouble: error ? (JSON.parse(error) as Trouble) : undefined,
      many: Number(many),
    })),
  };
}

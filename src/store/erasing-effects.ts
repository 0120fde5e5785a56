/** What the bot did for somebody, or told them: it stays known that it was done, not for whom. What it still meant to tell them is left. */
import type { About, Wish } from '../domain/effect.ts';
import { withoutPerson } from '../domain/effect-without.ts';
import type { EffectId, WorkspaceKey } from '../domain/ids.ts';
import type { MessageName } from '../domain/message.ts';
import { dialectOf, type Tx } from './engine.ts';
import type { Erased, StandingPost } from './erasing.ts';
import type { Schema } from './schema.ts';

type Row = Pick<
  Schema['effects'],
  'id' | 'cop_id' | 'workspace_id' | 'lane' | 'wish' | 'on_failure' | 'settled_at' | 'error'
>;

const bite = 500;

export async function eraseFromEffects(tx: Tx, whom: Erased, now: number): Promise<readonly StandingPost[]> {
  const standing: StandingPost[] = [];
  for (let after = ''; ; ) {
    const rows = await someOf(tx, whom, after);
    for (const row of rows) {
      const wish = JSON.parse(row.wish) as Wish;
      const isTold = await toldThem(tx, whom, row, wish);
      if (!isTold && wish.kind === 'post' && wish.about.kind !== 'document')
        standing.push({ cop: row.cop_id, message: wish.message as MessageName, about: wish.about as About });
      if (isLeft(whom, row, wish) && row.error !== null)
        standing.push({ cop: row.cop_id, message: 'needs-a-hand', about: { kind: 'effect', id: row.id } });
      await rewrite(tx, whom, row, wish, now);
    }
    after = rows.at(-1)?.id ?? '';
    if (rows.length < bite) return standing;
  }
}

async function someOf(tx: Tx, { network, person }: Erased, after: string): Promise<readonly Row[]> {
  const { holds } = dialectOf(tx);
  return tx
    .selectFrom('effects')
    .select(['id', 'cop_id', 'workspace_id', 'lane', 'wish', 'on_failure', 'settled_at', 'error'])
    .where('network_id', '=', network)
    .where('id', '>', after as EffectId)
    .where(eb => eb.or([holds('lane', person), holds('wish', person), holds('on_failure', person)]))
    .orderBy('id')
    .limit(bite)
    .execute();
}

const isTheirs = ({ person }: Erased, { lane }: Row, wish: Wish): boolean =>
  lane.startsWith(`person:${person}`) ||
  lane === `home:${person}` ||
  ('to' in wish && wish.to === person) ||
  (wish.kind === 'forum' && wish.person === person) ||
  ('said' in wish && wish.said?.by === person);

const isLeft = (whom: Erased, row: Row, wish: Wish): boolean => row.settled_at === null && isTheirs(whom, row, wish);

/** The channel that they read it in is theirs alone: whatever else stood there isn't known any more either. */
async function toldThem(tx: Tx, whom: Erased, row: Row, wish: Wish): Promise<boolean> {
  if (wish.kind !== 'post' || wish.to !== whom.person) return false;
  const post = await tx
    .selectFrom('posts')
    .select(['workspace_id', 'channel_id'])
    .where('network_id', '=', whom.network)
    .where('effect_id', '=', row.id)
    .executeTakeFirst();
  if (post) await eraseChannel(tx, post.workspace_id, post.channel_id);
  return true;
}

async function eraseChannel(tx: Tx, workspace: WorkspaceKey, channel: string): Promise<void> {
  await tx.deleteFrom('posts').where('workspace_id', '=', workspace).where('channel_id', '=', channel).execute();
}

async function rewrite(tx: Tx, whom: Erased, row: Row, wish: Wish, now: number): Promise<void> {
  const { person, nobody } = whom;
  await tx
    .updateTable('effects')
    .set({
      lane: row.lane.replace(person, nobody) as Row['lane'],
      wish: JSON.stringify(withoutPerson(wish, person, nobody)),
      on_failure: row.on_failure?.replaceAll(person, nobody) ?? null,
      ...(isLeft(whom, row, wish) && { state: 'skipped', settled_at: now, claimed_until: null }),
    })
    .where('id', '=', row.id)
    .execute();
}

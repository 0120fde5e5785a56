/** Receipts of posts: which message about which record stands where, so that every copy is found. */
import type { About, Copy, Lane } from '../domain/effect.ts';
import type { EffectId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';
import { hadAgain, type MessageName } from '../domain/message.ts';
import type { Reader, Tx } from './engine.ts';

export interface Post {
  readonly effectId: EffectId;
  readonly workspace: WorkspaceKey;
  readonly channelId: string;
  readonly messageId: string;
  readonly language: Language;
}

export async function add(tx: Tx, network: NetworkId, post: Post, message: MessageName, about: About): Promise<void> {
  await tx
    .insertInto('posts')
    .values({
      effect_id: post.effectId,
      network_id: network,
      workspace_id: post.workspace,
      message,
      about_kind: about.kind,
      about_id: about.id,
      channel_id: post.channelId,
      message_id: post.messageId,
      language: post.language,
    })
    .execute();
}

/** Of these records, those that a message about them has reached. */
export async function arrived(
  reader: Reader,
  network: NetworkId,
  message: MessageName,
  about: readonly About['id'][],
): Promise<ReadonlySet<About['id']>> {
  if (about.length === 0) return new Set();
  const rows = await reader
    .selectFrom('posts')
    .select('about_id')
    .where('network_id', '=', network)
    .where('about_id', 'in', about)
    .where('message', '=', message)
    .execute();
  return new Set(rows.map(row => row.about_id as About['id']));
}

/** The latest last. */
export async function copiesOf(
  reader: Reader,
  network: NetworkId,
  message: MessageName,
  about: About,
): Promise<readonly Post[]> {
  const rows = await reader
    .selectFrom('posts')
    .select(['effect_id', 'workspace_id', 'channel_id', 'message_id', 'language'])
    .where('network_id', '=', network)
    .where('about_id', '=', about.id)
    .where('message', '=', message)
    .orderBy('effect_id')
    .execute();
  return rows.map(row => ({
    effectId: row.effect_id,
    workspace: row.workspace_id,
    channelId: row.channel_id,
    messageId: row.message_id,
    language: row.language ?? 'en',
  }));
}

/** The latest that one person has of them: what is posted to them alone stands in their lane. */
export async function copyTo(
  reader: Reader,
  network: NetworkId,
  message: MessageName,
  about: About,
  lane: Lane,
): Promise<Copy | undefined> {
  const row = await reader
    .selectFrom('posts')
    .innerJoin('effects', 'effects.id', 'posts.effect_id')
    .select(['posts.channel_id', 'posts.message_id'])
    .where('posts.network_id', '=', network)
    .where('posts.about_id', '=', about.id)
    .where('posts.message', '=', message)
    .where('effects.lane', '=', lane)
    .orderBy('posts.effect_id', 'desc')
    .executeTakeFirst();
  return row && { channel: row.channel_id, id: row.message_id };
}

/** Whether such a message was posted there, whatever it tells of. */
export async function standsIn(
  reader: Reader,
  workspace: WorkspaceKey,
  channel: string,
  message: MessageName,
): Promise<boolean> {
  const row = await reader
    .selectFrom('posts')
    .select('effect_id')
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', channel)
    .where('message', '=', message)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What stands at a place, if it is a post of ours: which message, about which record, in which language. */
export async function at(
  reader: Reader,
  workspace: WorkspaceKey,
  place: Copy,
): Promise<
  { readonly message: MessageName; readonly about: About; readonly language: Language | undefined } | undefined
> {
  const row = await reader
    .selectFrom('posts')
    .select(['message', 'about_kind', 'about_id', 'language'])
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', place.channel)
    .where('message_id', '=', place.id)
    .executeTakeFirst();
  return (
    row && {
      message: row.message,
      about: { kind: row.about_kind, id: row.about_id } as About,
      language: row.language ?? undefined,
    }
  );
}

/** Somebody deleted it; without a place, wherever it stood. */
export async function forget(
  tx: Tx,
  network: NetworkId,
  message: MessageName,
  about: About,
  place?: Copy,
): Promise<void> {
  let gone = tx
    .deleteFrom('posts')
    .where('network_id', '=', network)
    .where('about_id', '=', about.id)
    .where('message', '=', message);
  if (place) gone = gone.where('channel_id', '=', place.channel).where('message_id', '=', place.id);
  await gone.execute();
}

/** Which of these about a record stand somewhere. */
export async function standing<M extends MessageName>(
  reader: Reader,
  network: NetworkId,
  messages: readonly M[],
  about: About,
): Promise<ReadonlyMap<M, Copy>> {
  const rows = await reader
    .selectFrom('posts')
    .select(['message', 'channel_id', 'message_id'])
    .where('network_id', '=', network)
    .where('about_id', '=', about.id)
    .where('message', 'in', messages)
    .execute();
  return new Map(rows.map(row => [row.message as M, { channel: row.channel_id, id: row.message_id }]));
}

export async function byEffect(reader: Reader, network: NetworkId, effect: EffectId): Promise<Post | undefined> {
  const row = await reader
    .selectFrom('posts')
    .select(['effect_id', 'workspace_id', 'channel_id', 'message_id', 'language'])
    .where('network_id', '=', network)
    .where('effect_id', '=', effect)
    .executeTakeFirst();
  return (
    row && {
      effectId: row.effect_id,
      workspace: row.workspace_id,
      channelId: row.channel_id,
      messageId: row.message_id,
      language: row.language ?? 'en',
    }
  );
}

/** Where a card of an open CoP that anybody may find was shared, the latest first: of a workspace, whoever asks. */
export async function channelsWithCards(
  reader: Reader,
  workspace: WorkspaceKey,
  most: number,
): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('posts')
    .innerJoin('cops', join =>
      join.onRef('cops.id', '=', 'posts.about_id').onRef('cops.network_id', '=', 'posts.network_id'),
    )
    .select(['posts.channel_id', eb => eb.fn.max('posts.effect_id').as('latest')])
    .where('cops.workspace_id', '=', workspace)
    .where('cops.state', '=', 'open')
    .where('cops.closed_at', 'is', null)
    .where('cops.unlisted', '=', 0)
    .where('posts.message', '=', 'cop-invitation')
    .groupBy('posts.channel_id')
    .orderBy('latest', 'desc')
    .limit(most)
    .execute();
  return rows.map(row => row.channel_id);
}

/** Cards that were deleted in a channel, of CoPs that had been shared there, and of meetings; or all of them with the channel. */
export async function forgetDeleted(
  tx: Tx,
  workspace: WorkspaceKey,
  channel: string,
  deleted: readonly string[] | undefined,
): Promise<void> {
  await tx
    .deleteFrom('posts')
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', channel)
    .where('message', 'in', hadAgain)
    .$if(deleted !== undefined, query => query.where('message_id', 'in', deleted ?? []))
    .execute();
}

/** What stands in a channel that is nobody's any more: nobody revises it. */
export async function forgetIn(tx: Tx, network: NetworkId, workspace: WorkspaceKey, channel: string): Promise<void> {
  await tx
    .deleteFrom('posts')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', channel)
    .execute();
}

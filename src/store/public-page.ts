/**
 * What the world outside may read of a CoP: looked for by its page's key, which knows no network. Like a press in a direct message
 * it is an exception to "the network first", and so it answers these few words and never a record.
 */
import { sql } from 'kysely';
import type { CopId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { WayIn } from '../domain/settings.ts';
import type { Reader } from './engine.ts';
import { wayInFrom } from './settings.ts';

export interface PublicPage {
  readonly id: CopId;
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
  readonly statement: string | undefined;
  readonly members: number;
  readonly workspace: WorkspaceKey;
  /** How people without an account get in. */
  readonly wayIn: WayIn;
  /** The channel where it was shared last. */
  readonly sharedIn: string | undefined;
}

/** Nothing alike for what isn't there, isn't listed, isn't open yet or any more. */
export async function publicPage(reader: Reader, key: string): Promise<PublicPage | undefined> {
  const cop = await reader
    .selectFrom('cops')
    .select(['id', 'network_id', 'slug', 'name', 'domain', 'statement', 'workspace_id', 'members'])
    .where(sql`substr(id, 17)`, '=', key.toUpperCase())
    .where('state', '=', 'open')
    .where('closed_at', 'is', null)
    .where('unlisted', '=', 0)
    .executeTakeFirst();
  if (!cop) return undefined;
  const settings = await reader
    .selectFrom('settings')
    .select(['way_in', 'way_in_words', 'way_in_invites'])
    .where('network_id', '=', cop.network_id)
    .where('workspace_id', '=', cop.workspace_id)
    .executeTakeFirst();
  return {
    id: cop.id,
    slug: cop.slug,
    name: cop.name,
    domain: cop.domain,
    statement: cop.statement ?? undefined,
    members: cop.members,
    workspace: cop.workspace_id,
    wayIn: settings ? wayInFrom(settings.way_in, settings.way_in_words, settings.way_in_invites) : { kind: 'untold' },
    sharedIn: await sharedLast(reader, cop.network_id, cop.id),
  };
}

async function sharedLast(reader: Reader, network: NetworkId, cop: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('posts')
    .select('channel_id')
    .where('network_id', '=', network)
    .where('about_id', '=', cop)
    .where('message', '=', 'cop-invitation')
    .orderBy('effect_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.channel_id;
}

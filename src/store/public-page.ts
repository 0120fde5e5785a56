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
  /** Somebody facilitates it at the moment. */
  readonly lookedAfter: boolean;
  readonly rests: boolean;
  readonly workspace: WorkspaceKey;
  /** How people without an account get in. */
  readonly wayIn: WayIn;
  /** The channel where it was shared last, of those that aren't known to be for a few alone. */
  readonly sharedIn: string | undefined;
}

/** Nothing alike for what isn't there, isn't listed, isn't open yet or any more. */
export async function publicPage(reader: Reader, key: string): Promise<PublicPage | undefined> {
  const cop = await reader
    .selectFrom('cops')
    .select(['id', 'network_id', 'slug', 'name', 'domain', 'statement', 'workspace_id'])
    .select(['unattended_since', 'resting_since'])
    .where(sql`substr(id, 17)`, '=', key.toUpperCase())
    .where('state', '=', 'open')
    .where('closed_at', 'is', null)
    .where('unlisted', '=', 0)
    .executeTakeFirst();
  if (!cop) return undefined;
  const settings = await reader
    .selectFrom('settings')
    .select(['way_in', 'way_in_words', 'way_in_invites', 'support_channel', 'forum_channel'])
    .where('network_id', '=', cop.network_id)
    .where('workspace_id', '=', cop.workspace_id)
    .executeTakeFirst();
  return {
    id: cop.id,
    slug: cop.slug,
    name: cop.name,
    domain: cop.domain,
    statement: cop.statement ?? undefined,
    lookedAfter: cop.unattended_since === null,
    rests: cop.resting_since !== null,
    workspace: cop.workspace_id,
    wayIn: settings ? wayInFrom(settings.way_in, settings.way_in_words, settings.way_in_invites) : { kind: 'untold' },
    sharedIn: await sharedLast(reader, cop, [settings?.support_channel, settings?.forum_channel]),
  };
}

interface Sharing {
  readonly id: CopId;
  readonly network_id: NetworkId;
  readonly workspace_id: WorkspaceKey;
}

const few = 50;

/** Whoever comes from outside sees neither another CoP's space nor a channel of the Support Team's or the facilitators': a card there leads them nowhere. */
async function sharedLast(
  reader: Reader,
  { id, network_id, workspace_id }: Sharing,
  closed: readonly (string | null | undefined)[],
): Promise<string | undefined> {
  const shared = await reader
    .selectFrom('posts')
    .select('channel_id')
    .where('network_id', '=', network_id)
    .where('about_id', '=', id)
    .where('message', '=', 'cop-invitation')
    .orderBy('effect_id', 'desc')
    .limit(few)
    .execute();
  const channels = shared.map(row => row.channel_id).filter(one => !closed.includes(one));
  if (channels.length === 0) return undefined;
  const spaces = await reader
    .selectFrom('cops')
    .select('space_id')
    .where('workspace_id', '=', workspace_id)
    .where('space_id', 'in', channels)
    .execute();
  return channels.find(one => !spaces.some(({ space_id }) => space_id === one));
}

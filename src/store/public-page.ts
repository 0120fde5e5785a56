/**
 * What the world outside may read of a CoP: looked for by its page's key, which knows no network. Like a press in a direct message
 * it is an exception to "the network first", and so it answers these few words and never a record.
 */
import { sql } from 'kysely';
import type { CopId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { Reader } from './engine.ts';

export interface PublicPage {
  readonly id: CopId;
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
  readonly statement: string | undefined;
  readonly members: number;
  readonly facilitators: readonly string[];
  readonly workspace: WorkspaceKey;
  /** The channel where it was shared last. */
  readonly sharedIn: string | undefined;
}

const members = sql<number>`(select count(*) from memberships m where m.cop_id = cops.id and m.state = 'member')`;

/** Nothing alike for what isn't there, isn't listed, isn't open yet or any more. */
export async function publicPage(reader: Reader, key: string): Promise<PublicPage | undefined> {
  const cop = await reader
    .selectFrom('cops')
    .select(['id', 'network_id', 'slug', 'name', 'domain', 'statement', 'workspace_id', members.as('members')])
    .where(sql`substr(id, 17)`, '=', key.toUpperCase())
    .where('state', '=', 'open')
    .where('closed_at', 'is', null)
    .where('unlisted', '=', 0)
    .executeTakeFirst();
  if (!cop) return undefined;
  const facilitators = await reader
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select('p.name')
    .where('m.network_id', '=', cop.network_id)
    .where('m.cop_id', '=', cop.id)
    .where('m.role', '=', 'facilitator')
    .where('m.state', '<>', 'left')
    .where('p.name', '<>', '')
    .orderBy('m.since')
    .orderBy('p.id')
    .execute();
  return {
    id: cop.id,
    slug: cop.slug,
    name: cop.name,
    domain: cop.domain,
    statement: cop.statement ?? undefined,
    members: cop.members,
    facilitators: facilitators.map(one => one.name),
    workspace: cop.workspace_id,
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

const answerMs = 1500;

/** Whether the database answers at all, and in time: one that hangs is away as well. */
export async function answers(reader: Reader): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>(resolve => {
    timer = setTimeout(resolve, answerMs, false);
  });
  const asked = sql`select 1`.execute(reader).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Who did what to which record (never a message's words). It is also the memory of what was received. */
import { sql } from 'kysely';
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { NotedAbout, NotedName } from '../domain/noted.ts';
import type { Reader, Tx } from './engine.ts';
import { idsFrom, newId } from './ids.ts';

export interface Noted {
  /** Nobody, where the bot itself drew a consequence. */
  readonly actor: PersonId | undefined;
  readonly command: NotedName;
  readonly about: NotedAbout;
  /** Where it was pressed, and the platform's own id of the press. */
  readonly workspace: WorkspaceKey;
  readonly press: string;
}

/** False where the same press was heard before: then nothing may be done. */
export async function note(tx: Tx, network: NetworkId, deed: Noted, now: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('audit')
    .values({
      id: newId(now),
      network_id: network,
      at: now,
      actor_id: deed.actor ?? null,
      command: deed.command,
      about_kind: deed.about.kind,
      about_id: deed.about.id ?? null,
      workspace_id: deed.workspace,
      press: deed.press,
    })
    .onConflict(conflict => conflict.columns(['workspace_id', 'press']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether that was heard of before. */
export async function isNoted(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  press: string,
): Promise<boolean> {
  const row = await reader
    .selectFrom('audit')
    .select('id')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('press', '=', press)
    .executeTakeFirst();
  return row !== undefined;
}

/** Its press tells when the backup was made. */
export const fromBackup = 'cop from-backup';

/** When the backup was made that a CoP's rows came from last. */
export async function backupOf(reader: Reader, network: NetworkId, cop: CopId): Promise<number | undefined> {
  const row = await reader
    .selectFrom('audit')
    .select('press')
    .where('network_id', '=', network)
    .where('about_kind', '=', 'cop')
    .where('about_id', '=', cop)
    .where('command', '=', fromBackup)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && Number(row.press.split(' ')[0]);
}

/** Who gave a command last in a workspace, but for some. */
export async function lastActor(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  command: NotedName,
  but: readonly PersonId[] = [],
): Promise<PersonId | undefined> {
  const row = await reader
    .selectFrom('audit')
    .select('actor_id')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('command', '=', command)
    .where('actor_id', 'is not', null)
    .$if(but.length > 0, query => query.where('actor_id', 'not in', but))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.actor_id ?? undefined;
}

/** When somebody asked last, before then, what they would know of a CoP before asking in. */
export async function lastQuestion(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  actor: PersonId,
  before: number,
): Promise<number | undefined> {
  const row = await reader
    .selectFrom('audit')
    .select('at')
    .where('network_id', '=', network)
    .where('about_id', '=', cop)
    .where('actor_id', '=', actor)
    .where('command', '=', sql.lit('question ask'))
    .where('at', '<', before)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

/** Who has done something more about a record after that: people's ids, nothing for the bot itself. */
export async function actorsSince(
  reader: Reader,
  network: NetworkId,
  about: NotedAbout,
  at: number,
): Promise<readonly (PersonId | undefined)[]> {
  if (about.id === undefined) return [];
  const rows = await reader
    .selectFrom('audit')
    .select('actor_id')
    .where('network_id', '=', network)
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .where('id', '>', idsFrom(at)) // looks at the last few alone
    .where('at', '>', at)
    .execute();
  return rows.map(row => row.actor_id ?? undefined);
}

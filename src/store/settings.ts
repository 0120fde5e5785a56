import { sql } from 'kysely';
import type { NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { PlatformName } from '../domain/platforms.ts';
import { type MadeInvite, type Settings, unchosen, type WayIn } from '../domain/settings.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { type Reader, Stale, type Tx } from './engine.ts';
import type { Schema } from './schema.ts';

type Row = Schema['settings'];

/** As they are kept beside the way; those that are `over` are still to be taken back. */
type KeptInvite = MadeInvite & { readonly over?: true };

const invitesFrom = (kept: string | null): readonly KeptInvite[] => (kept === null ? [] : JSON.parse(kept));

export function wayInFrom(kind: Row['way_in'], words: string | null, invites: string | null): WayIn {
  const made = invitesFrom(invites).filter(one => !one.over);
  if (made.length > 0) return { kind: 'bot', invites: made, ...(words !== null && { otherwise: words }) };
  if (kind === null || words === null) return { kind: 'untold' };
  return kind === 'link' ? { kind, url: words } : { kind, words };
}

function wayInKept({ wayIn, takingBack }: Settings): Pick<Row, 'way_in' | 'way_in_words' | 'way_in_invites'> {
  const over = takingBack.map(one => ({ ...one, over: true }));
  const invites = [...(wayIn.kind === 'bot' ? wayIn.invites : []), ...over];
  const way_in_invites = invites.length > 0 ? JSON.stringify(invites) : null;
  if (wayIn.kind === 'link') return { way_in: 'link', way_in_words: wayIn.url, way_in_invites };
  const words = wayIn.kind === 'person' ? wayIn.words : wayIn.kind === 'bot' ? wayIn.otherwise : undefined;
  return words === undefined
    ? { way_in: null, way_in_words: null, way_in_invites }
    : { way_in: 'person', way_in_words: words, way_in_invites };
}

function settingsFrom(row: Row): Settings {
  return {
    networkId: row.network_id,
    workspace: row.workspace_id,
    supportChannel: row.support_channel ?? undefined,
    forum: row.forum,
    forumChannel: row.forum_channel ?? undefined,
    starters: row.starters,
    startPolicy: row.start_policy,
    timeZone: row.time_zone ?? undefined,
    language: row.language ?? undefined,
    wayIn: wayInFrom(row.way_in, row.way_in_words, row.way_in_invites),
    keepsRequests: row.keeps_requests ?? 'year',
    keepsAudit: row.keeps_audit ?? 'always',
    keepsClosed: row.keeps_closed ?? 'always',
    takingBack: invitesFrom(row.way_in_invites).flatMap(({ over, ...one }) => (over ? [one] : [])),
    offeredAt: row.offered_at ?? undefined,
    chosenAt: row.chosen_at ?? undefined,
    version: row.version,
  };
}

/** Settings' columns beside others of a workspace, in one query that joins them on the left. */
export const settingsBeside = [
  'settings.support_channel',
  'settings.forum',
  'settings.forum_channel',
  'settings.starters',
  'settings.start_policy',
  'settings.time_zone',
  'settings.language',
  'settings.way_in',
  'settings.way_in_words',
  'settings.way_in_invites',
  'settings.keeps_requests',
  'settings.keeps_audit',
  'settings.keeps_closed',
  'settings.offered_at',
  'settings.chosen_at',
  'settings.version',
] as const;

type Beside = { readonly [C in Exclude<keyof Row, 'workspace_id' | 'network_id'>]: Row[C] | null };

export function settingsFromBeside(row: Beside, network: NetworkId, workspace: WorkspaceKey): Settings {
  const { forum, starters, start_policy, version } = row;
  if (forum === null || starters === null || start_policy === null || version === null)
    return unchosen(network, workspace);
  return settingsFrom({ ...row, forum, starters, start_policy, version, network_id: network, workspace_id: workspace });
}

export async function of(reader: Reader, network: NetworkId, workspace: WorkspaceKey): Promise<Settings> {
  const row = await reader
    .selectFrom('settings')
    .selectAll()
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .executeTakeFirst();
  return row ? settingsFrom(row) : unchosen(network, workspace);
}

/** Whose Support Team's channel it is. */
export const bySupportChannel = (reader: Reader, workspace: WorkspaceKey, channel: string) =>
  whereIs(reader, workspace, 'support_channel', channel);

/** Whose Facilitators' forum it is. */
export const byForum = (reader: Reader, workspace: WorkspaceKey, channel: string) =>
  whereIs(reader, workspace, 'forum_channel', channel);

/** Of every workspace on a platform that has told where its Support Team or its forum is. */
export async function withChannelsOn(reader: Reader, platform: PlatformName): Promise<readonly Settings[]> {
  const rows = await reader
    .selectFrom('settings')
    .selectAll()
    .where(eb => eb.or([eb('support_channel', 'is not', null), eb('forum_channel', 'is not', null)]))
    .orderBy('workspace_id')
    .execute();
  return rows.map(settingsFrom).filter(one => workspaceOf(one.workspace).platform === platform);
}

/** Of every workspace that keeps closed CoPs for some time only. */
export async function lettingClosedGo(reader: Reader): Promise<readonly Settings[]> {
  const rows = await reader.selectFrom('settings').selectAll().where('keeps_closed', '<>', sql.lit('always')).execute();
  return rows.map(settingsFrom);
}

/** Of every workspace on a platform where invites are still to be taken back. */
export async function takingBackOn(reader: Reader, platform: PlatformName): Promise<readonly Settings[]> {
  const rows = await reader.selectFrom('settings').selectAll().where('way_in_invites', 'is not', null).execute();
  return rows
    .map(settingsFrom)
    .filter(one => one.takingBack.length > 0 && workspaceOf(one.workspace).platform === platform);
}

async function whereIs(
  reader: Reader,
  workspace: WorkspaceKey,
  which: 'support_channel' | 'forum_channel',
  channel: string,
): Promise<Settings | undefined> {
  const row = await reader
    .selectFrom('settings')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where(which, '=', channel)
    .executeTakeFirst();
  return row && settingsFrom(row);
}

/** Fails with Stale if they were changed since they were read. */
export async function save(tx: Tx, settings: Settings): Promise<void> {
  const chosen = {
    support_channel: settings.supportChannel ?? null,
    forum: settings.forum,
    forum_channel: settings.forumChannel ?? null,
    starters: settings.starters,
    start_policy: settings.startPolicy,
    time_zone: settings.timeZone ?? null,
    language: settings.language ?? null,
    keeps_requests: settings.keepsRequests,
    keeps_audit: settings.keepsAudit,
    keeps_closed: settings.keepsClosed,
    ...wayInKept(settings),
    offered_at: settings.offeredAt ?? null,
    chosen_at: settings.chosenAt ?? null,
    version: settings.version + 1,
  };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('settings')
    .values({ workspace_id: settings.workspace, network_id: settings.networkId, ...chosen })
    .onConflict(conflict =>
      conflict
        .column('workspace_id')
        .doUpdateSet(chosen)
        .where('settings.network_id', '=', settings.networkId)
        .where('settings.version', '=', settings.version),
    )
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new Stale();
}

/** Whether this is the first administrator to be offered them, nobody having chosen: whoever does both at once isn't written over. */
export async function offer(tx: Tx, network: NetworkId, workspace: WorkspaceKey, now: number): Promise<boolean> {
  const { networkId: network_id, workspace: workspace_id, forum, starters, startPolicy } = unchosen(network, workspace);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('settings')
    .values({ network_id, workspace_id, forum, starters, start_policy: startPolicy, offered_at: now, version: 1 })
    .onConflict(conflict =>
      conflict
        .column('workspace_id')
        .doUpdateSet({ offered_at: now, version: sql`settings.version + 1` })
        .where('settings.network_id', '=', network)
        .where('settings.offered_at', 'is', null)
        .where('settings.chosen_at', 'is', null),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** It was made, unless something else was chosen meanwhile. */
export async function forumOpened(
  tx: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  channel: string,
): Promise<void> {
  await tx
    .updateTable('settings')
    .set({ forum: 'there', forum_channel: channel, version: sql`version + 1` })
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('forum', '=', sql.lit('wanted'))
    .execute();
}

/** Who is known to be in the Support Team's channel; asked again does nothing. */
export async function joinSupport(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
  now: number,
): Promise<void> {
  await tx
    .insertInto('support_people')
    .values({ network_id: network, workspace_id: workspace, person_id: person, since: now })
    .onConflict(conflict => conflict.columns(['workspace_id', 'person_id']).doNothing())
    .execute();
}

/** One person, or, when the channel becomes another, everybody. */
export async function leaveSupport(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  person?: PersonId,
): Promise<void> {
  let query = tx.deleteFrom('support_people').where('network_id', '=', network).where('workspace_id', '=', workspace);
  if (person) query = query.where('person_id', '=', person);
  await query.execute();
}

/** Everybody who is known to be in it. */
export async function supportPeople(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
): Promise<readonly PersonId[]> {
  const rows = await reader
    .selectFrom('support_people')
    .select('person_id')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .execute();
  return rows.map(row => row.person_id);
}

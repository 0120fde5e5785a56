/** What stands in a Support Team's channel, and what of it still waits for somebody. */
import { sql } from 'kysely';
import { areFacilitators, type WasIn } from '../domain/difference.ts';
import type { About, Copy } from '../domain/effect.ts';
import type { CopId, EffectId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import { type AsksSupport, type MessageName, type ToSupport, toSupport } from '../domain/message.ts';
import { lastStepBefore } from '../domain/reminder.ts';
import type { Reader, Tx } from './engine.ts';

const messages = Object.keys(toSupport) as ToSupport[];
const asking = messages.filter((one): one is AsksSupport => toSupport[one] === 'asks');

export interface SupportCard {
  readonly message: AsksSupport;
  readonly about: About;
  readonly cop: CopId;
  readonly copy: Copy;
}

/** It was told that it goes, and nobody would have it for longer. */
const isGoing = sql<boolean>`(c.closed_at is not null and c.gone_at is null and c.goes_at is not null
  and (c.kept_until is null or c.kept_until <= c.goes_at))`;

/** What asks for something which nobody has done yet. */
const waiting = (reader: Reader, network: NetworkId, workspace: WorkspaceKey) =>
  reader
    .selectFrom('posts as p')
    .innerJoin('effects as e', 'e.id', 'p.effect_id')
    .leftJoin('first_conversations as f', 'f.id', 'p.about_id' as never)
    .leftJoin('join_requests as r', 'r.id', 'p.about_id' as never)
    .leftJoin('stand_ins as s', 's.id', 'p.about_id' as never)
    .leftJoin('differences as d', 'd.id', 'p.about_id' as never)
    .leftJoin('cops as c', 'c.id', 'e.cop_id')
    .select([
      'p.effect_id as effect',
      'p.message',
      'p.about_kind',
      'p.about_id',
      'p.channel_id',
      'p.message_id',
      'e.cop_id as cop',
    ])
    .where('p.workspace_id', '=', workspace)
    .where('p.network_id', '=', network)
    .where(eb =>
      eb.or([
        eb('f.state', 'in', ['asked', 'taken']),
        eb('r.state', '=', 'pending'),
        eb('s.state', '=', 'pending'),
        eb.and([eb('d.id', 'is not', null), eb('d.settled_at', 'is', null)]),
        eb.and([eb('p.message', '=', 'needs-facilitator'), eb('c.unattended_since', 'is not', null)]),
        eb.and([eb('p.message', 'in', ['cop-goes', 'support-moved']), eb('p.about_kind', '=', 'cop'), isGoing]),
      ]),
    )
    .orderBy('p.effect_id');

type Row = Awaited<ReturnType<ReturnType<typeof waiting>['execute']>>[number];

const standing = ({ about_kind, about_id, cop, channel_id, message_id }: Row) => ({
  about: { kind: about_kind, id: about_id } as About,
  cop,
  copy: { channel: channel_id, id: message_id },
});

/** Those in a channel. */
export async function waitingIn(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  channel: string,
): Promise<readonly (SupportCard & { readonly effect: EffectId })[]> {
  const rows = await waiting(reader, network, workspace)
    .where('p.channel_id', '=', channel)
    .where('p.message', 'in', asking)
    .execute();
  return rows.map(row => ({
    ...standing(row),
    effect: row.effect,
    message: row.message as SupportCard['message'],
  }));
}

/** None of them is drawn anew any more as what it was. Those that wait are answered; where the bot can get into it still, they tell where it goes on. */
export async function leaveBehind(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  channel: string,
  isLost: boolean,
): Promise<readonly SupportCard[]> {
  const waiting = await waitingIn(tx, network, workspace, channel);
  if (!isLost)
    for (const { effect } of waiting)
      await tx.updateTable('posts').set({ message: 'support-moved' }).where('effect_id', '=', effect).execute();
  await tx
    .deleteFrom('posts')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', channel)
    .where('message', 'in', [...messages, ...(isLost ? (['support-moved'] as const) : [])])
    .execute();
  return waiting;
}

export type LeftBehind = Pick<SupportCard, 'about' | 'cop' | 'copy'>;

/** What says, in channels that were theirs, where it goes on; of what waits still. */
export async function movedOn(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
): Promise<readonly LeftBehind[]> {
  const rows = await waiting(reader, network, workspace).where('p.message', '=', 'support-moved').execute();
  return rows.map(standing);
}

type Untold = Omit<SupportCard, 'copy'>;
type Where = readonly [reader: Reader, network: NetworkId, workspace: WorkspaceKey];

/** What waits for them, and stands in no channel, or in one that was theirs: there was none for a while. */
export const withoutChannel = async (where: Where, now: number): Promise<readonly Untold[]> => [
  ...(await untold(...where)),
  ...(await requestsForThem(where, now)),
  ...(await differencesForThem(where)),
  ...(await goingFor(where)),
];

/** What they know by a reminder, whether its card stood somewhere or not; and what they would have been told since, had there been a channel. */
async function requestsForThem([reader, network, workspace]: Where, now: number): Promise<readonly Untold[]> {
  const rows = await reader
    .selectFrom('join_requests as r')
    .innerJoin('cops as c', 'c.id', 'r.cop_id')
    .select(['r.id', 'r.cop_id as cop'])
    .where('r.network_id', '=', network)
    .where('r.state', '=', 'pending')
    .where('c.workspace_id', '=', workspace)
    .where('c.state', '=', 'open')
    .where(eb =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('reminders as m')
            .select('m.reader')
            .whereRef('m.request_id', '=', 'r.id')
            .where('m.reader', '=', 'support'),
        ),
        eb('r.created_at', '<=', eb(eb.val(lastStepBefore(now)), '-', eb.ref('r.held_ms'))),
        isNobodys,
      ]),
    )
    .orderBy('r.id')
    .execute();
  return rows.map(({ id, cop }) => ({ message: 'join-request-waiting', about: { kind: 'join-request', id }, cop }));
}

/** Each of its facilitators was tried in vain. */
const isNobodys = sql<boolean>`(exists (select 1 from unreached u where u.request_id = r.id) and not exists (
  select 1 from memberships m where m.cop_id = r.cop_id and m.role = 'facilitator' and m.state <> 'left'
    and not exists (select 1 from unreached u where u.request_id = r.id and u.person_id = m.person_id)))`;

/** What was told in the channel before; what nobody could be told of; and what nobody is left to answer. Who alone is out says so themselves. */
async function differencesForThem([reader, network, workspace]: Where): Promise<readonly Untold[]> {
  const rows = await reader
    .selectFrom('differences as d')
    .innerJoin('cops as c', 'c.id', 'd.cop_id')
    .select(['d.id', 'd.cop_id as cop', 'd.kind', 'd.people'])
    .where('d.network_id', '=', network)
    .where('d.settled_at', 'is', null)
    .where('c.workspace_id', '=', workspace)
    .where(eb => eb.or([wasTheirs, eb.not(isTold), eb.not(isLookedAfter)]))
    .orderBy('d.id')
    .execute();
  return rows
    .filter(({ kind, people }) => !areFacilitators({ kind, people: JSON.parse(people) as readonly WasIn[] }))
    .map(({ id, cop }) => ({ message: 'is-it-right', about: { kind: 'difference', id }, cop }));
}

/** Which CoPs go soon: whoever facilitated them may have heard, or nobody. */
async function goingFor([reader, network, workspace]: Where): Promise<readonly Untold[]> {
  const rows = await reader
    .selectFrom('cops as c')
    .select('c.id')
    .where('c.network_id', '=', network)
    .where('c.workspace_id', '=', workspace)
    .where(isGoing)
    .orderBy('c.id')
    .execute();
  return rows.map(({ id }) => ({ message: 'cop-goes', about: { kind: 'cop', id }, cop: id }));
}

const stands = (message: MessageName) =>
  sql<boolean>`exists (select 1 from posts p where p.about_id = d.id and p.message = ${sql.lit(message)})`;
const wasTheirs = stands('support-moved');
const isTold = stands('is-it-right');
const isLookedAfter = sql<boolean>`exists (
  select 1 from memberships m where m.cop_id = d.cop_id and m.role = 'facilitator' and m.state <> 'left')`;

/** Conversations that stand in no channel, since there was none for a while. */
export async function untold(...[reader, network, workspace]: Where): Promise<readonly Untold[]> {
  const rows = await reader
    .selectFrom('first_conversations as f')
    .innerJoin('cops as c', 'c.id', 'f.cop_id')
    .select(['f.id', 'f.cop_id'])
    .where('f.network_id', '=', network)
    .where('f.state', 'in', ['asked', 'taken'])
    .where('c.workspace_id', '=', workspace)
    .orderBy('f.id')
    .execute();
  return rows.map(({ id, cop_id }) => ({
    message: 'first-conversation' as const,
    about: { kind: 'first-conversation' as const, id },
    cop: cop_id,
  }));
}

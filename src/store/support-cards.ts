/** What stands in a Support Team's channel, and what of it still waits for somebody. */
import { sql } from 'kysely';
import type { About, Copy } from '../domain/effect.ts';
import type { CopId, EffectId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { MessageName } from '../domain/message.ts';
import type { Reader, Tx } from './engine.ts';

const asking = ['first-conversation', 'join-request-waiting', 'needs-facilitator', 'stand-in', 'is-it-right'] as const;
const others = [
  'cop-started',
  'first-conversation-gone',
  'first-conversation-not-heard',
] as const satisfies readonly MessageName[];

export interface SupportCard {
  readonly message: (typeof asking)[number];
  readonly about: About;
  readonly cop: CopId;
  readonly copy: Copy;
}

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
    .select(['p.effect_id as effect', 'p.message', 'p.about_kind', 'p.about_id', 'p.message_id', 'e.cop_id as cop'])
    .where('p.workspace_id', '=', workspace)
    .where('p.network_id', '=', network)
    .where(eb =>
      eb.or([
        eb('f.state', 'in', ['asked', 'taken']),
        eb('r.state', '=', 'pending'),
        eb('s.state', '=', 'pending'),
        eb.and([eb('d.id', 'is not', null), eb('d.settled_at', 'is', null)]),
        eb.and([eb('p.message', '=', 'needs-facilitator'), eb('c.unattended_since', 'is not', null)]),
      ]),
    )
    .orderBy('p.effect_id');

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
  return rows.map(({ effect, message, about_kind, about_id, message_id, cop }) => ({
    effect,
    message: message as SupportCard['message'],
    about: { kind: about_kind, id: about_id } as About,
    cop,
    copy: { channel, id: message_id },
  }));
}

/** None of them is drawn anew any more as what it was. Those that wait are answered: they tell where it goes on. */
export async function leaveBehind(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  channel: string,
): Promise<readonly SupportCard[]> {
  const waiting = await waitingIn(tx, network, workspace, channel);
  for (const { effect } of waiting)
    await tx.updateTable('posts').set({ message: 'support-moved' }).where('effect_id', '=', effect).execute();
  await tx
    .deleteFrom('posts')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', channel)
    .where('message', 'in', [...asking, ...others])
    .execute();
  return waiting;
}

type Untold = Omit<SupportCard, 'copy'>;

/** What was told, or could not be, before there was no channel for a while, and isn't a conversation: those are told of in any case. */
export const leftBefore = async (...where: readonly [Reader, NetworkId, WorkspaceKey]): Promise<readonly Untold[]> => [
  ...(await requestsTold(...where)),
  ...(await differencesTold(...where)),
];

/** Of a request they know by a reminder, whether its card stood somewhere or not. */
async function requestsTold(reader: Reader, network: NetworkId, workspace: WorkspaceKey): Promise<readonly Untold[]> {
  const rows = await reader
    .selectFrom('reminders as m')
    .crossJoin('join_requests as r') // in this order, as in `knownToSupport`
    .innerJoin('cops as c', 'c.id', 'r.cop_id')
    .select(['r.id', 'r.cop_id as cop'])
    .distinct()
    .whereRef('r.id', '=', 'm.request_id')
    .where('m.network_id', '=', network)
    .where('m.reader', '=', sql.lit('support'))
    .where('r.state', '=', 'pending')
    .where('c.workspace_id', '=', workspace)
    .orderBy('r.id')
    .execute();
  return rows.map(({ id, cop }) => ({ message: 'join-request-waiting', about: { kind: 'join-request', id }, cop }));
}

async function differencesTold(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
): Promise<readonly Untold[]> {
  const rows = await waiting(reader, network, workspace)
    .where('p.message', '=', 'support-moved')
    .where('p.about_kind', '=', 'difference')
    .execute();
  const all = rows.map(
    ({ about_id, cop }): Untold => ({
      message: 'is-it-right',
      about: { kind: 'difference', id: about_id } as About,
      cop,
    }),
  );
  return [...new Map(all.map(one => [one.about.id, one])).values()];
}

/** Conversations that stand in no channel, since there was none for a while. */
export async function untold(reader: Reader, network: NetworkId, workspace: WorkspaceKey): Promise<readonly Untold[]> {
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

/**
 * A channel was unarchived. Nobody brings the bot back by that: its facilitators are asked to. Once it is in, the CoP lives on as it was;
 * what was settled when it was closed stays so.
 */
import { reopen } from '../../commands/cop/reopen.ts';
import { post } from '../../commands/effects.ts';
import { lane } from '../../domain/effect.ts';
import type { CopId, NetworkId } from '../../domain/ids.ts';
import { manners } from '../../domain/platforms.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { Channel, Happening, Presence } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
import * as closings from '../../store/closings.ts';
import * as cops from '../../store/cops.ts';
import * as echoes from '../../store/echoes.ts';
import * as facilitating from '../../store/facilitating.ts';
import { inWork } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';

const whereOf = ({ platform, workspace }: Channel) => workspaceKey({ platform, id: workspace });

export async function openAgain(bot: Bot, event: Extract<Happening, { kind: 'unarchived' }>): Promise<void> {
  const workspace = whereOf(event.space);
  await bot.store.db.transaction().execute(async tx => {
    const cop = await cops.bySpace(tx, workspace, event.space.id);
    if (cop?.state !== 'closed') return;
    const now = bot.clock.now();
    const about = { kind: 'cop', id: cop.id } as const;
    const deed = { actor: undefined, command: 'cop unarchived', about, workspace, press: event.id } as const;
    if (!(await audit.note(tx, cop.networkId, deed, now))) return;
    await inWork(bot, tx, workspace, async ({ after }) => {
      for (const one of await facilitating.ofCop(tx, cop.networkId, cop.id, workspace))
        after(lane.person(one.id), post(cop, 'cop-unarchived', one.id, about));
    });
  });
}

/**
 * The space of a closed CoP, as it is found on a look: there again, it lives on. One that could not be archived (`left`) never was away, and
 * is there because of that; once a person has archived it, it is as the others. `asked`: when the platform was, in epoch milliseconds.
 */
export async function closedFound(
  bot: Bot,
  space: Channel,
  presence: Presence | undefined,
  left: { readonly network: NetworkId; readonly cop: CopId } | undefined,
  asked: number,
): Promise<void> {
  const isThere = presence?.state === 'there';
  if (isThere && !left) await livesOn(bot, space, asked);
  else if (left && !isThere)
    await bot.store.db.transaction().execute(tx => closings.spaceWentAway(tx, left.network, left.cop));
}

const archiving = ['archive-space'] as const;

/** The bot is in the space of a CoP that was closed. Where that is only quiet it never was out: what it may do there says nothing. */
export async function livesOn(bot: Bot, space: Channel, asked = bot.clock.now()): Promise<void> {
  if (manners[space.platform].channelsEnd !== 'archived') return;
  const workspace = whereOf(space);
  await bot.store.db.transaction().execute(async tx => {
    const here = await cops.bySpace(tx, workspace, space.id);
    const cop = here && (await cops.lock(tx, here.networkId, here.id));
    if (cop?.state !== 'closed') return;
    const { networkId: network, id } = cop;
    if (await echoes.stillChanging(tx, network, id, archiving)) return; // it is there still
    if (await echoes.changedSince(tx, network, id, archiving, asked)) return; // it was, then
    await inWork(bot, tx, workspace, working => reopen(working, cop));
  });
}

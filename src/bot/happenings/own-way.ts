/** The bot's own way in: put out of a space and brought back, a permission given, a token taken again. What waited for it goes on. */
import { describeSpace } from '../../commands/effects.ts';
import { lane } from '../../domain/effect.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { Happening } from '../../platform/chat-platform.ts';
import * as closings from '../../store/closings.ts';
import * as cops from '../../store/cops.ts';
import * as parked from '../../store/parked.ts';
import * as people from '../../store/people.ts';
import * as settings from '../../store/settings.ts';
import { inWork } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';
import { saveWishes } from '../wishes.ts';
import { chosenChannels } from './chosen-channels.ts';
import { livesOn } from './open-again.ts';

type Where = Parameters<typeof parked.unparkAll>[1];
export type OwnWay = Extract<Happening, { kind: 'bot-out' | 'bot-in' | 'allowed' }>;

export interface TendingOwnWay {
  (event: OwnWay): Promise<void>;
  /** What waited because of the bot's own trouble is tried again. */
  goOn(where: Where): Promise<void>;
}

export function tendingOwnWay(bot: Bot): TendingOwnWay {
  const { store, clock, jobs } = bot;
  const channels = chosenChannels(bot);

  async function goOn(where: Where): Promise<void> {
    await store.db.transaction().execute(async tx => {
      for (const { lane, workspace } of await parked.unparkAll(tx, where, clock.now()))
        await saveWishes(jobs, tx, { effects: [], lanes: new Set([lane]) }, workspace);
    });
  }

  /** Its space can't be tended: an effect that says so waits until it can, and those who can bring the bot back are asked to. */
  async function putOut({ space, by }: Extract<OwnWay, { kind: 'bot-out' }>): Promise<void> {
    const workspace = workspaceKey({ platform: space.platform, id: space.workspace });
    await store.db.transaction().execute(async tx => {
      const here = await cops.bySpace(tx, workspace, space.id);
      const cop = here && (await cops.lock(tx, here.networkId, here.id));
      if (!cop) return;
      if (cop.state === 'closed') return closings.spaceWentAway(tx, cop.networkId, cop.id);
      const whoDid = by === undefined ? undefined : await people.whoIs(tx, workspace, by);
      await inWork(bot, tx, workspace, async ({ after }) => {
        after(lane.cop(cop.id), describeSpace(cop, whoDid?.person?.id));
      });
    });
  }

  async function letIn({ space }: Extract<OwnWay, { kind: 'bot-in' }>): Promise<void> {
    const workspace = workspaceKey({ platform: space.platform, id: space.workspace });
    const isOurs =
      (await cops.bySpace(store.db, workspace, space.id)) ??
      (await settings.bySupportChannel(store.db, workspace, space.id)) ??
      (await settings.byForum(store.db, workspace, space.id));
    if (isOurs) await goOn({ workspace });
    await channels.back(space);
    await livesOn(bot, space);
  }

  const tend = async (event: OwnWay): Promise<void> => {
    if (event.kind === 'bot-out') {
      await putOut(event);
      await channels.lost(event.space);
    } else if (event.kind === 'bot-in') await letIn(event);
    else await goOn({ workspace: workspaceKey(event.workspace) });
  };
  return Object.assign(tend, { goOn });
}

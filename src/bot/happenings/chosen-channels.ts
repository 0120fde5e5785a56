/**
 * The Support Team's channel and the Facilitators' forum: whoever chose the settings last hears once that the bot can't get into one any
 * more (what is to be said or done there waits, and goes on once it can again), or that others can read one.
 */
import { reviseCopies } from '../../commands/effects.ts';
import { tellOfChosen } from '../../commands/settings/lost-not-told.ts';
import { lane } from '../../domain/effect.ts';
import type { WorkspaceKey } from '../../domain/ids.ts';
import type { Settings } from '../../domain/settings.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { Channel, Presence } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
import * as channels from '../../store/chosen-channels.ts';
import * as cops from '../../store/cops.ts';
import * as parked from '../../store/parked.ts';
import * as settings from '../../store/settings.ts';
import { inWork, type Working } from '../in-work.ts';
import { readersOf } from '../open-to-all.ts';
import type { Bot } from '../the-bot.ts';

const messages = {
  support: { lost: 'support-lost', opened: 'support-opened' },
  forum: { lost: 'forum-lost', opened: 'forum-opened' },
} as const;
type Which = keyof typeof messages;

export interface ChosenChannels {
  lost(space: Channel): Promise<void>;
  back(space: Channel): Promise<void>;
  /** How it is seen now, as the platform told. */
  seen(space: Channel, presence: Presence): Promise<void>;
  /** As they are found on a look. */
  stand(chosen: Settings, presences: ReadonlyMap<string, Presence> | undefined): Promise<void>;
}

export function chosenChannels(bot: Bot): ChosenChannels {
  const { db } = bot.store;

  async function changes(workspace: WorkspaceKey, channel: string, how: 'lost' | 'back'): Promise<void> {
    const forum = await settings.byForum(db, workspace, channel);
    const here = forum ?? (await settings.bySupportChannel(db, workspace, channel));
    if (!here) return;
    await db.transaction().execute(async tx => {
      await inWork(bot, tx, workspace, working => change(working, here, forum ? 'forum' : 'support', channel, how));
    });
  }

  async function change(
    { tx, now, after, wishes }: Working,
    { networkId: network, workspace }: Settings,
    which: Which,
    channel: string,
    how: 'lost' | 'back',
  ): Promise<void> {
    const cop = await cops.anyIn(tx, network, workspace);
    if (how === 'back') {
      if (!(await channels.lost.isOver(tx, network, workspace, channel)) || !cop) return;
      after(lane.workspace(workspace), reviseCopies(cop, messages[which].lost, { kind: 'cop', id: cop.id }));
      for (const one of await parked.unpark(tx, network, { workspace }, now)) wishes.lanes.add(one);
    } else {
      const admin = cop && (await audit.lastActor(tx, network, workspace, 'settings choose'));
      if (!admin) return; // known to be told is what somebody was told: else a later look finds it
      if (!(await channels.lost.note(tx, network, workspace, channel, now))) return;
      tellOfChosen({ after }, cop, messages[which].lost, admin);
      bot.log.warn(
        { workspace, channel, which },
        'a channel that was chosen can not be got into; what is for it waits',
      );
    }
  }

  /** Nothing where the platform doesn't tell who sees it. */
  async function seen(workspace: WorkspaceKey, channel: string, presence: Presence): Promise<void> {
    if (!('seenBy' in presence) || !presence.seenBy) return;
    const readers = readersOf(presence);
    const forum = await settings.byForum(db, workspace, channel);
    const here = forum ?? (await settings.bySupportChannel(db, workspace, channel));
    if (!here || readers === (await channels.opened.by(db, here.networkId, workspace, channel))) return;
    const message = messages[forum ? 'forum' : 'support'].opened;
    await db.transaction().execute(tx =>
      inWork(bot, tx, workspace, async ({ now, after }) => {
        const cop = await cops.anyIn(tx, here.networkId, workspace);
        if (readers) {
          const admin = cop && (await audit.lastActor(tx, here.networkId, workspace, 'settings choose'));
          if (!admin) return;
          if (!(await channels.opened.note(tx, here.networkId, workspace, channel, now, readers))) return;
          tellOfChosen({ after }, cop, message, admin);
        } else if ((await channels.opened.isOver(tx, here.networkId, workspace, channel)) && cop)
          after(lane.workspace(workspace), reviseCopies(cop, message, { kind: 'cop', id: cop.id }));
      }),
    );
  }

  const keyOf = ({ platform, workspace }: Channel) => workspaceKey({ platform, id: workspace });
  return {
    lost: space => changes(keyOf(space), space.id, 'lost'),
    back: space => changes(keyOf(space), space.id, 'back'),
    seen: (space, presence) => seen(keyOf(space), space.id, presence),
    async stand({ workspace, supportChannel, forumChannel }, presences) {
      for (const channel of [supportChannel, forumChannel]) {
        const presence = channel === undefined ? undefined : presences?.get(channel);
        if (channel === undefined || presence === undefined || presence.state === 'another id') continue;
        const isThere = presence.state === 'there' || presence.state === 'public';
        await changes(workspace, channel, isThere ? 'back' : 'lost');
        await seen(workspace, channel, presence);
      }
    },
  };
}

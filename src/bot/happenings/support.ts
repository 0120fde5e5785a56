/** Who is in the Support Team's channel is the Support Team: held against it as a space is, and so is the forum. A list that breaks off changes nothing. */
import { takerMoved } from '../../commands/first-conversation/taker-moved.ts';
import type { Settings } from '../../domain/settings.ts';
import { workspaceKey, workspaceOf } from '../../domain/workspace.ts';
import type { Channel, PlatformName } from '../../platform/chat-platform.ts';
import * as people from '../../store/people.ts';
import * as settings from '../../store/settings.ts';
import { inWork } from '../in-work.ts';
import { supportPeopleIn } from '../support-people.ts';
import type { Bot } from '../the-bot.ts';
import type { AtItsPace } from './at-its-pace.ts';
import { comparingForum } from './forum-people.ts';
import type { Platforms } from './tend-libraries.ts';

export interface ComparesChosen {
  all(name: PlatformName, only?: string): Promise<void>;
  /** The one that is there: nobody told what became of it. */
  at(space: Channel): Promise<void>;
}

export function comparingSupport(bot: Bot, platforms: Platforms, asking: AtItsPace): ComparesChosen {
  const { db } = bot.store;
  const compareForum = comparingForum(bot, platforms);

  const all = async (name: PlatformName, only?: string): Promise<void> => {
    const channels = await settings.withChannelsOn(db, name);
    for (const chosen of channels.filter(one => only === undefined || workspaceOf(one.workspace).id === only))
      for (const look of [compare, letLapse, compareForum])
        if ((await asking(name, { workspace: chosen.workspace }, () => look(chosen))) === 'end') return;
  };

  async function at({ platform, workspace: id, id: channel }: Channel): Promise<void> {
    const workspace = workspaceKey({ platform, id });
    const [support, forum] = [
      await settings.bySupportChannel(db, workspace, channel),
      await settings.byForum(db, workspace, channel),
    ];
    if (support) await asking(platform, { workspace }, () => compare(support));
    if (forum) await asking(platform, { workspace }, () => compareForum(forum));
  }
  return { all, at };

  async function compare({ networkId: network, workspace, supportChannel }: Settings): Promise<void> {
    if (supportChannel === undefined) return;
    const platform = platforms.get(workspaceOf(workspace).platform);
    if (!platform) return;
    const { before, accounts, there } = await supportPeopleIn(
      db,
      platform,
      { networkId: network, workspace },
      supportChannel,
    );
    const here = new Set(there.map(one => one.id));
    const known = new Set([...accounts.values()].map(one => one.accountId));
    const came = there.filter(one => !known.has(one.id));
    const went = before.filter(one => !here.has(accounts.get(one)?.accountId ?? ''));
    if (came.length + went.length === 0) return;
    await db.transaction().execute(async tx => {
      const still = await settings.of(tx, network, workspace);
      if (still.supportChannel !== supportChannel) return; // another was chosen meanwhile
      await inWork(bot, tx, workspace, async ({ now, after }) => {
        for (const one of came) {
          const met = await people.whoIs(tx, workspace, one.id);
          const person = met?.person ?? (await people.meet(tx, network, workspace, one, now));
          await settings.joinSupport(tx, network, workspace, person.id, now);
          await takerMoved({ tx, network, workspace, after }, person.id);
        }
        for (const one of went) {
          await settings.leaveSupport(tx, network, workspace, one);
          await takerMoved({ tx, network, workspace, after }, one);
        }
      });
    });
  }

  /** Whoever has left the workspace, and comes back, isn't of the team by what they were given before, where the bot made its channel; in any other, who is let in is for its people alone. What isn't done now is done at the next look. */
  async function letLapse({ workspace, supportChannel }: Settings): Promise<void> {
    const { platform: name, id } = workspaceOf(workspace);
    const platform = platforms.get(name);
    if (supportChannel === undefined || !platform) return;
    const space = { platform: name, workspace: id, id: supportChannel };
    const lapsed = await platform.lapsed(space);
    if (lapsed.length === 0 || !(await platform.ownSpaces()).get(id)?.includes(supportChannel)) return;
    const who = lapsed.map(one => ({ platform: name, workspace: id, id: one }));
    await platform.perform.remove({ space, who }, `lapsed ${supportChannel}`);
  }
}

/** Somebody wrote to the bot, or named it: Discord has no answer for one person alone to that, so it stands below their words. */
import {
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  MessageType,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Inbox } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { nameOf } from './invocation.ts';
import { draw } from './message.ts';
import type { Reach } from './reach.ts';

export function hearingWords({ calls, ids, guilds }: Reach, log: Log, inbox: Pick<Inbox, 'addressed'>): void {
  guilds.client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    const how = howFor(message, guilds.bot);
    if (how)
      void answer(message, how).catch((err: unknown) => log.debug({ err }, 'a word to the bot was not answered'));
  });

  async function answer(message: GatewayMessageCreateDispatchData, how: 'directly' | 'in a channel'): Promise<void> {
    const { id, channel_id, guild_id: workspace, author, member } = message;
    const by = {
      platform: 'discord',
      ...(workspace && { workspace }),
      id: author.id,
      name: nameOf(author, member),
    } as const;
    const card = await inbox.addressed(by, how, undefined);
    if (!card) return;
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...draw(card, ids.in(workspace)).body,
      message_reference: { message_id: id, fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
    };
    await calls.ask('POST', Routes.channelMessages(channel_id), { body });
  }
}

/** A reply to a card of the bot's names it as well. */
function howFor(
  { guild_id, author, mentions = [], type }: GatewayMessageCreateDispatchData,
  bot: string,
): 'directly' | 'in a channel' | undefined {
  if (author.bot || (type !== MessageType.Default && type !== MessageType.Reply)) return undefined;
  if (!guild_id) return 'directly';
  return mentions.some(one => one.id === bot) ? 'in a channel' : undefined;
}

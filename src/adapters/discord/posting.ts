/** Messages: into a space or to a person, and found again. https://docs.discord.com/developers/resources/message#create-message */
import { type APIMessage, Routes, SnowflakeUtil } from 'discord.js';
import type { Card } from '../../platform/card.ts';
import type { Channel, ChatPlatform, Effects } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { isNewer } from './codes.ts';
import { type Direct, directChannels } from './direct-channels.ts';
import { withFile } from './files.ts';
import { limits } from './limits.ts';
import { type Drawn, draw, isCopyOf, mentioning, nonceOf } from './message.ts';
import { privateThreads, type Threads } from './private-threads.ts';
import type { Reach } from './reach.ts';
import { permalinkOf } from './shared-message.ts';

type Sent = Effects['post']['out'];
type ToPerson = Extract<Effects['post']['in']['to'], { person: unknown }>;

/** Codes for somebody who takes no direct messages, or shares no server with the bot any more. */
const closed = new Set(['50007', '50033', '50278']);
/** A no that is newer than our list is theirs, too: there Discord goes on adding reasons, and what the bot itself lacks is known. */
const isClosed = (error: unknown): boolean =>
  error instanceof PlatformError && (closed.has(error.code) || (error.kind === 'forbidden' && isNewer(error.code)));

/** The clocks of Discord and of this machine may be minutes apart. */
const slackMs = 60 * 60_000;

export function posting(reach: Reach): {
  perform: Pick<ChatPlatform['perform'], 'post' | 'send-file' | 'whisper'>;
  find: Pick<ChatPlatform['find'], 'post' | 'send-file'>;
} {
  const direct = directChannels(reach);
  const threads = privateThreads(reach);

  /** As it is read in that server, or in a direct message. */
  type Drawing = (guild?: string) => Promise<Drawn>;
  const drawing =
    (card: Card, key: string, how?: { v2: boolean }): Drawing =>
    async guild =>
      draw(card, reach.ids.in(guild), key, how);

  async function deliver(to: Effects['post']['in']['to'], drawn: Drawing, key: string): Promise<Sent> {
    if ('person' in to) return sendTo(reach, direct, threads, to, drawn, key);
    const place = placeOf(to);
    return send(reach, place, await drawn(place.workspace), key);
  }

  async function found(to: Effects['post']['in']['to'], drawn: Drawn, key: string, since: number) {
    if (!('person' in to)) return findIn(reach, placeOf(to), drawn, key, since);
    const directly = await direct.of(to.person).catch(unlessClosed);
    const known = directly && (await findIn(reach, directly, drawn, key, since));
    if (known || !to.orIn) return known;
    const thread = await threads.known(to.orIn, to.person);
    return thread && findIn(reach, thread, mentioning(drawn, to.person.id), key, since);
  }

  return {
    perform: {
      post: ({ to, card }, key) => deliver(to, drawing(card, key), key),
      /** As a plain message: what a component shows is not among its attachments. https://docs.discord.com/developers/resources/message#message-object */
      'send-file'({ to, card, file }, key) {
        const drawn = drawing(card, key, { v2: false });
        return deliver(to, async guild => withFile(await drawn(guild), file), key);
      },
      /** In a channel, Discord shows a message to one person only as the answer to something they did; so it is a direct one. */
      async whisper({ to, card }, key) {
        return send(reach, await direct.of(to), draw(card, reach.ids.in(undefined), key), key);
      },
    },
    find: {
      post: ({ to, card }, key, since) => found(to, draw(card, nowhere, key), key, since),
      'send-file': ({ to, card }, key, since) => found(to, draw(card, nowhere, key, { v2: false }), key, since),
    },
  };
}

/** What is looked for goes by other marks. */
const nowhere = () => undefined;

/** The thread below a message bears its id. https://docs.discord.com/developers/resources/channel#start-thread-from-message */
const placeOf = (to: Exclude<Effects['post']['in']['to'], ToPerson>): Channel =>
  'below' in to ? { ...to.below.channel, id: to.below.id } : to;

const posted = (channel: Channel, id: string): Sent => ({
  channel,
  id,
  permalink: permalinkOf(channel.workspace, channel.id, id),
});

async function send({ calls }: Reach, channel: Channel, { body, files }: Drawn, key: string): Promise<Sent> {
  const { id } = await calls.ask<APIMessage>('POST', Routes.channelMessages(channel.id), {
    body: { ...body, nonce: nonceOf(key), enforce_nonce: true },
    files,
  });
  return posted(channel, id);
}

/** Directly; else in a thread of the space, if they are in that. */
async function sendTo(
  reach: Reach,
  direct: Direct,
  threads: Threads,
  to: ToPerson,
  drawn: (guild?: string) => Promise<Drawn>,
  key: string,
): Promise<Sent> {
  try {
    return await send(reach, await direct.of(to.person), await drawn(), key);
  } catch (error) {
    if (!isClosed(error)) throw error;
    const thread = to.orIn && (await threads.forPerson(to.orIn, to.person));
    if (!thread) throw new PlatformError('forbidden', '50007', { whose: 'person', cause: error });
    return send(reach, thread, mentioning(await drawn(thread.workspace), to.person.id), key);
  }
}

/** Own messages only, the latest first, back to well before it was begun. */
async function findIn({ calls, guilds }: Reach, channel: Channel, drawn: Drawn, key: string, since: number) {
  let before: string | undefined;
  for (let page = 0; page < limits.history.pages; page++) {
    const query = { limit: String(limits.history.page), ...(before && { before }) };
    const messages = await calls.ask<APIMessage[]>('GET', Routes.channelMessages(channel.id), { query });
    const found = messages.find(one => one.author.id === guilds.bot && isCopyOf(one, drawn, key));
    if (found) return posted(channel, found.id);
    const oldest = messages.at(-1)?.id;
    if (!oldest || messages.length < limits.history.page) return undefined;
    if (SnowflakeUtil.timestampFrom(oldest) < since - slackMs) return undefined;
    before = oldest;
  }
  return undefined;
}

function unlessClosed(error: unknown): undefined {
  if (!isClosed(error)) throw error;
}

/** Messages: into a space, to a person, found again, drawn anew, pinned. https://docs.discord.com/developers/resources/message */
import { type APIChannel, type APIMessage, Routes, SnowflakeUtil } from 'discord.js';
import type { Channel, ChatPlatform, Effects, Posted } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Calls } from './calls.ts';
import type { Answering } from './desk.ts';
import type { Guilds } from './guilds.ts';
import { channelOf, type Token } from './invocation.ts';
import { limits } from './limits.ts';
import { type Drawn, draw, isCopyOf, mentioning, nonceOf } from './message.ts';
import { privateThreads } from './private-threads.ts';
import { remembering } from './remembering.ts';

type Post = Effects['post']['in'];
type InMessages = 'post' | 'revise' | 'pin' | 'answer';

/** Codes for somebody who takes no direct messages, or shares no server with the bot any more. */
const closed = new Set(['50007', '50278']);
const isClosed = (error: unknown): boolean => error instanceof PlatformError && closed.has(error.code);
const noDirectMessages = (cause: unknown) => new PlatformError('forbidden', '50007', { cause });

/** How far the clocks of Discord and of this machine may be apart. */
const slackMs = 60_000;
const dayMs = 24 * 60 * 60_000;

export function posting(calls: Calls, guilds: Guilds, answering: Answering, now: () => number) {
  const threads = privateThreads(calls, guilds);
  const directly = remembering<string>({ most: 2000, forMs: dayMs, now });

  async function directChannel({ id, workspace }: { id: string; workspace: string }): Promise<Channel> {
    const known = directly.recall(id);
    if (known) return channelOf(workspace, known);
    const made = await calls.ask<APIChannel>('POST', Routes.userChannels(), { body: { recipient_id: id } });
    directly.keep(id, made.id);
    return channelOf(workspace, made.id);
  }

  async function send(channel: Channel, { body, files }: Drawn, key: string): Promise<Posted> {
    const { id } = await calls.ask<APIMessage>('POST', Routes.channelMessages(channel.id), {
      body: { ...body, nonce: nonceOf(key), enforce_nonce: true },
      ...(files.length > 0 && { files }),
    });
    return { channel, id };
  }

  async function post({ to, card }: Post, key: string): Promise<Posted> {
    const drawn = draw(card, key);
    if (!('person' in to)) return send(to, drawn, key);
    try {
      return await send(await directChannel(to.person), drawn, key);
    } catch (error) {
      if (!isClosed(error)) throw error;
      const thread = to.orIn && (await threads.forPerson(to.orIn, to.person));
      if (!thread) throw noDirectMessages(error);
      return send(thread, mentioning(drawn, to.person.id), key);
    }
  }

  /** Own messages only, from a little before it was begun. */
  async function findIn(channel: Channel, drawn: Drawn, key: string, since: number): Promise<Posted | undefined> {
    let after = String(SnowflakeUtil.generate({ timestamp: Math.max(since - slackMs, Number(SnowflakeUtil.epoch)) }));
    for (let page = 0; page < limits.history.pages; page++) {
      const query = { after, limit: String(limits.history.page) };
      const messages = await calls.ask<APIMessage[]>('GET', Routes.channelMessages(channel.id), { query });
      const found = messages.find(one => one.author.id === guilds.bot && isCopyOf(one, drawn, key));
      if (found) return { channel, id: found.id };
      if (messages.length < limits.history.page) return undefined;
      after = messages.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), after);
    }
    return undefined;
  }

  async function find({ to, card }: Post, key: string, since: number): Promise<Posted | undefined> {
    const drawn = draw(card, key);
    if (!('person' in to)) return findIn(to, drawn, key, since);
    const direct = await directChannel(to.person).then(channel => findIn(channel, drawn, key, since), unlessClosed);
    const thread = direct || !to.orIn ? undefined : await threads.known(to.orIn, to.person);
    return direct ?? (thread && findIn(thread, mentioning(drawn, to.person.id), key, since));
  }

  async function answer({ reply, card }: Effects['answer']['in']): Promise<void> {
    if (reply.expiresAt <= now()) throw new PlatformError('gone', '50027');
    const { application, token } = JSON.parse(reply.token) as Token;
    await answering.get(token);
    const { body, files } = draw(card);
    await calls.ask('PATCH', Routes.webhookMessage(application, token), { body, files, auth: false });
  }

  return {
    perform: {
      post,
      async revise({ message: { channel, id }, card }) {
        const { body, files } = draw(card);
        await calls.ask('PATCH', Routes.channelMessage(channel.id, id), { body, files });
      },
      /** A message that is pinned stays so. */
      async pin({ message: { channel, id } }) {
        await calls.ask('PUT', Routes.channelMessagesPin(channel.id, id));
      },
      answer,
    } satisfies Pick<ChatPlatform['perform'], InMessages>,
    find: { post: find },
  };
}

function unlessClosed(error: unknown): undefined {
  if (!isClosed(error)) throw error;
}

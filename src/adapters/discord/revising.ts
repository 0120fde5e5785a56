/** What becomes of a message once it is there. https://docs.discord.com/developers/resources/message#edit-message */
import { Routes, ThreadAutoArchiveDuration } from 'discord.js';
import type { TroubleKind } from '../../domain/trouble.ts';
import type { ChatPlatform } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Token } from './invocation.ts';
import { cut, limits } from './limits.ts';
import { draw } from './message.ts';
import type { Reach } from './reach.ts';

/** A message has one thread at most. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const thereAlready = '160004';

export function revising({
  calls,
  ids,
  guilds,
  answering,
  directly,
  now,
}: Reach): Pick<ChatPlatform['perform'], 'revise' | 'open-thread' | 'pin' | 'unpin' | 'answer'> {
  /** A thread in which nobody has written for a while is archived, and nothing in it can be changed until it is opened again. https://docs.discord.com/developers/topics/threads#active-archived-threads */
  async function inOpenThread(channel: string, change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
    } catch (error) {
      if (!(error instanceof PlatformError) || error.code !== '50083') throw error;
      await calls.ask('PATCH', Routes.channel(channel), { body: { archived: false } });
      await change();
    }
  }

  return {
    async revise({ message: { channel, id }, card }) {
      const { body, files } = draw(card, ids.in(guilds.serverOf(channel.id)));
      await inOpenThread(channel.id, () => calls.ask('PATCH', Routes.channelMessage(channel.id, id), { body, files }));
    },
    async 'open-thread'({ message: { channel, id }, called }) {
      if (guilds.serverOf(id)) return; // a thread bears the id of its message, and this one is open
      const body = { name: cut(called, limits.thread.name), auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
      await calls.ask('POST', Routes.threads(channel.id, id), { body }).catch((error: unknown) => {
        if (!(error instanceof PlatformError && error.code === thereAlready)) throw error;
      });
    },
    /** What is pinned stays pinned, without an error. */
    async pin({ message: { channel, id } }) {
      await inOpenThread(channel.id, () => calls.ask('PUT', Routes.channelMessagesPin(channel.id, id)));
    },
    /** What isn't pinned stays so, without an error. */
    async unpin({ message: { channel, id } }) {
      await inOpenThread(channel.id, () => calls.ask('DELETE', Routes.channelMessagesPin(channel.id, id)));
    },
    /** Not before the first answer is there: until then there is nothing to draw anew. */
    async answer({ reply, card }) {
      if (reply.expiresAt <= now()) throw new PlatformError('gone', '50027', { whose: 'message' });
      const { application, token, guild } = JSON.parse(reply.token) as Token;
      await answering.get(token);
      const said = directly.recall(token);
      const { body, files } = draw(card, ids.in(said ? undefined : guild));
      if (said)
        await calls
          .ask('PATCH', Routes.channelMessage(said.channel, said.id), { body, files })
          .catch(again(['unknown-outcome', 'forbidden']));
      else
        await calls
          .ask('PATCH', Routes.webhookMessage(application, token), { body, files, auth: false })
          .catch(again(['unknown-outcome']));
    },
  };
}

/** Drawn twice it stands there once. Said another way, what stands there now would stay beside it: there it is tried for as long as its address is good. */
const again =
  (kinds: readonly TroubleKind[]) =>
  (error: unknown): never => {
    if (!(error instanceof PlatformError && kinds.includes(error.kind))) throw error;
    throw error.told({ kind: 'unreachable', whose: 'nobody' });
  };

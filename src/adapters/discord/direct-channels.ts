/** A person's direct channel with the bot. Asking for it again answers the same one, but asking often is frowned upon. */
import { type APIChannel, Routes } from 'discord.js';
import type { Account, Channel } from '../../platform/chat-platform.ts';
import { remembering } from '../../platform/remembering.ts';
import { channelOf } from './invocation.ts';
import type { Reach } from './reach.ts';

const dayMs = 24 * 60 * 60_000;

export interface Direct {
  of(person: Account): Promise<Channel>;
}

export function directChannels({ calls, now }: Reach): Direct {
  const known = remembering<string>({ most: 2000, forMs: dayMs, now });
  return {
    async of({ id, workspace }) {
      const before = known.recall(id);
      if (before) return channelOf(workspace, before);
      const made = await calls.ask<APIChannel>('POST', Routes.userChannels(), { body: { recipient_id: id } });
      known.keep(id, made.id);
      return channelOf(workspace, made.id);
    },
  };
}

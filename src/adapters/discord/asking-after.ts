/**
 * Who of these is still in a server, and called what. By a question over the Gateway, a hundred at once: it costs no call, and by ids it
 * needs no intent that the bot hasn't. https://docs.discord.com/developers/events/gateway-events#request-guild-members
 */
import { Events, type GuildMemberManager } from 'discord.js';
import type { Inhabitant } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { gatewayPace } from './gateway-pace.ts';
import type { Reach } from './reach.ts';
import { remembering } from './remembering.ts';

/** So that a long list that was told to wait goes on where it was. */
const believedFor = { most: 50_000, forMs: 5 * 60_000 };
const atOnce = 100;

/** A bot is nobody. */
export type AskingAfter = (guild: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Inhabitant>>;

export function askingAfter(reach: Reach): AskingAfter {
  const inPace = gatewayPace(reach.now);
  const asked = remembering<Inhabitant | 'nobody'>({ ...believedFor, now: reach.now });

  return async (guild, ids) => {
    const members = reach.guilds.client.guilds.cache.get(guild)?.members;
    const unknown = ids.filter(id => !asked.recall(`${guild}/${id}`));
    for (let n = 0; members && n < unknown.length; n += atOnce) {
      const user = unknown.slice(n, n + atOnce);
      inPace();
      const found = await answered(reach, members, user);
      for (const id of user) {
        const member = found.get(id);
        asked.keep(`${guild}/${id}`, member && !member.user.bot ? { id, name: member.displayName } : 'nobody');
      }
    }
    return new Map(
      ids.flatMap(id => {
        const known = asked.recall(`${guild}/${id}`);
        return known && known !== 'nobody' ? [[id, known] as const] : [];
      }),
    );
  };
}

/** Whatever ends the session, nobody answers any more what was asked in it. */
async function answered({ guilds: { client }, patienceMs, ended }: Reach, members: GuildMemberManager, user: string[]) {
  const lost = Promise.withResolvers<never>();
  const end = () => lost.reject(new PlatformError('unreachable', 'no_members'));
  const ends = [Events.ShardDisconnect, Events.ShardReconnecting] as const;
  for (const event of ends) client.once(event, end);
  ended.addEventListener('abort', end, { once: true });
  try {
    const asking = members.fetch({ user, time: patienceMs });
    asking.catch(end);
    return await Promise.race([asking.catch(() => lost.promise), lost.promise]);
  } finally {
    for (const event of ends) client.off(event, end);
    ended.removeEventListener('abort', end);
    lost.promise.catch(() => {});
  }
}

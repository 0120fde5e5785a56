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

/** So that a long list that was told to wait goes on where it was. Who isn't there is asked after each time: they may come at any moment. */
const believedFor = { most: 50_000, forMs: 5 * 60_000 };
const atOnce = 100;

/** A bot is nobody. `others`: who is likely to be asked after next; they go along where there is room. */
export type AskingAfter = (
  guild: string,
  ids: readonly string[],
  others: () => readonly string[],
) => Promise<ReadonlyMap<string, Inhabitant>>;

export function askingAfter(reach: Reach): AskingAfter {
  const inPace = gatewayPace(reach.now);
  const asked = remembering<Inhabitant | 'a bot'>({ ...believedFor, now: reach.now });

  return async (guild, ids, others) => {
    const members = reach.guilds.client.guilds.cache.get(guild)?.members;
    // Each is looked up once: what is remembered now may be forgotten by the time that the others are answered for.
    const known = new Map(ids.map(id => [id, asked.recall(`${guild}/${id}`)] as const));
    const unknown = ids.filter(id => !known.get(id));
    for (let n = 0; members && n < unknown.length; n += atOnce) {
      const wanted = unknown.slice(n, n + atOnce);
      const along =
        wanted.length < atOnce ? others().filter(id => !known.has(id) && !asked.recall(`${guild}/${id}`)) : [];
      const user = [...new Set([...wanted, ...along])].slice(0, atOnce);
      inPace();
      const found = await answered(reach, members, user);
      for (const member of found.values()) {
        const { id, displayName } = member;
        const one = member.user.bot ? 'a bot' : { id, name: displayName };
        if (known.has(id)) known.set(id, one);
        asked.keep(`${guild}/${id}`, one);
      }
    }
    return new Map([...known].flatMap(([id, one]) => (one && one !== 'a bot' ? [[id, one] as const] : [])));
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

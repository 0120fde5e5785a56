/**
 * Who of these is still in a server, and called what. By a question over the Gateway, a hundred at once: it costs no call, and by ids it
 * needs no intent that the bot hasn't. https://docs.discord.com/developers/events/gateway-events#request-guild-members
 */
import { randomBytes } from 'node:crypto';
import {
  Events,
  GatewayDispatchEvents,
  GatewayOpcodes,
  type GatewayRateLimitedDispatchData,
  type Guild,
  type GuildMember,
  type GuildMembersChunk,
} from 'discord.js';
import type { Inhabitant } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { remembering } from '../../platform/remembering.ts';
import { retryAfterMs } from '../../platform/retry-after.ts';
import { gatewayPace } from './gateway-pace.ts';
import { away } from './guilds.ts';
import { nameOf } from './invocation.ts';
import type { Reach } from './reach.ts';

/** So that a long list that was told to wait goes on where it was. Who isn't there is asked after each time: they may come at any moment. */
const believedFor = { most: 50_000, forMs: 5 * 60_000 };
const atOnce = 100;

const unanswered = () => new PlatformError('unreachable', 'no_members');

/** With the server's roles that they have. */
export interface WithRoles extends Inhabitant {
  readonly roles: readonly string[];
}

/** A bot is nobody. `others`: who is likely to be asked after next; they go along where there is room. It fails unless all are answered for. */
export type AskingAfter = (
  guild: string,
  ids: readonly string[],
  others: () => readonly string[],
) => Promise<Answer<WithRoles>>;

export function askingAfter(reach: Reach): AskingAfter {
  const inPace = gatewayPace(reach.now);
  const asked = remembering<WithRoles | 'a bot'>({ ...believedFor, now: reach.now });

  return async (guild, ids, others) => {
    // Each is looked up once: what is remembered now may be forgotten by the time that the others are answered for.
    const known = new Map(ids.map(id => [id, asked.recall(`${guild}/${id}`)] as const));
    const unknown = ids.filter(id => !known.get(id));
    const left = new Set<string>();
    for (let n = 0; n < unknown.length; n += atOnce) {
      const wanted = unknown.slice(n, n + atOnce);
      const along =
        wanted.length < atOnce ? others().filter(id => !known.has(id) && !asked.recall(`${guild}/${id}`)) : [];
      const who = [...new Set([...wanted, ...along])].slice(0, atOnce);
      inPace();
      const there = reach.guilds.client.guilds.cache.get(guild);
      if (!there) throw away();
      const { found, gone } = await answered(reach, there, who);
      if (wanted.some(id => !found.has(id) && !gone.has(id))) throw unanswered();
      for (const id of wanted) if (gone.has(id)) left.add(id);
      for (const member of found.values()) {
        const { id, user, nickname: nick, roles } = member;
        const name = nameOf({ global_name: user.globalName, username: user.username }, { nick });
        const one = user.bot ? 'a bot' : { id, name, roles: [...roles.cache.keys()] };
        if (known.has(id)) known.set(id, one);
        asked.keep(`${guild}/${id}`, one);
      }
    }
    const found = new Map([...known].flatMap(([id, one]) => (one && one !== 'a bot' ? [[id, one] as const] : [])));
    return { found, gone: left };
  };
}

interface Answer<Person> {
  readonly found: ReadonlyMap<string, Person>;
  /** Whom Discord itself says that it has not in that server. */
  readonly gone: ReadonlySet<string>;
}

/**
 * The answer comes in parts, as large as Discord likes, each saying how many there are; discord.js takes a small one for the last. Whatever
 * ends the session, nobody answers any more what was asked in it.
 */
async function answered({ guilds: { client }, patienceMs, ended }: Reach, guild: Guild, user_ids: string[]) {
  const nonce = randomBytes(12).toString('hex');
  const whole = Promise.withResolvers<Answer<GuildMember>>();
  const [parts, found, gone] = [new Set<number>(), new Map<string, GuildMember>(), new Set<string>()];
  const end = () => whole.reject(unanswered());
  const hear = (members: ReadonlyMap<string, GuildMember>, _guild: Guild, part: GuildMembersChunk) => {
    if (part.nonce !== nonce) return;
    parts.add(part.index);
    for (const [id, member] of members) found.set(id, member);
    for (const id of part.notFound ?? []) gone.add(`${id}`);
    if (parts.size === part.count) whole.resolve({ found, gone });
  };
  const hold = ({ retry_after: seconds, meta }: GatewayRateLimitedDispatchData) => {
    if ('nonce' in meta && meta.nonce === nonce)
      whole.reject(new PlatformError('rate-limited', 'gateway', { retryAfterMs: retryAfterMs(seconds) }));
  };
  const ends = [Events.ShardDisconnect, Events.ShardReconnecting] as const;
  const patience = setTimeout(end, patienceMs);
  for (const event of ends) client.once(event, end);
  ended.addEventListener('abort', end, { once: true });
  client.on(Events.GuildMembersChunk, hear);
  client.ws.on(GatewayDispatchEvents.RateLimited, hold);
  try {
    guild.shard.send({ op: GatewayOpcodes.RequestGuildMembers, d: { guild_id: guild.id, user_ids, limit: 0, nonce } });
    return await whole.promise;
  } finally {
    clearTimeout(patience);
    for (const event of ends) client.off(event, end);
    ended.removeEventListener('abort', end);
    client.off(Events.GuildMembersChunk, hear);
    client.ws.off(GatewayDispatchEvents.RateLimited, hold);
  }
}

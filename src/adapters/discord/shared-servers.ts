/**
 * In which servers with the bot somebody is right now, and whether they manage them. Each is asked for that one member, which needs no
 * intent. https://docs.discord.com/developers/resources/guild#get-guild-member
 */
import { type APIGuildMember, type Guild, PermissionFlagsBits, Routes } from 'discord.js';
import type { SharedServer } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { remembering } from '../../platform/remembering.ts';
import { nameOf } from './invocation.ts';
import type { Reach } from './reach.ts';
import { within } from './within.ts';

/** Of them all at once: one who waits for a form has three seconds. */
const mostAsked = 25;
const patienceMs = 1200;
/** While they type, they are asked after once. */
const believed = { most: 2000, forMs: 60_000 };

export interface SharedServers {
  /** `likely`: where they were seen before. Whatever doesn't answer in time is left out. */
  serversOf(person: string, likely: readonly string[]): Promise<readonly SharedServer[]>;
  /** Whatever doesn't come in time isn't told. */
  administers(server: string, person: string): Promise<boolean | 'not-told'>;
}

const isNobody = (error: unknown): boolean => error instanceof PlatformError && error.kind === 'gone';
const manages = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;

export function sharedServers({ calls, guilds, now }: Pick<Reach, 'calls' | 'guilds' | 'now'>): SharedServers {
  const asked = remembering<SharedServer | 'elsewhere'>({ ...believed, now });

  async function lookIn(guild: Guild, person: string): Promise<SharedServer | 'elsewhere' | 'silence'> {
    const key = `${guild.id}/${person}`;
    const known = asked.recall(key);
    if (known) return known;
    const member = await calls
      .ask<APIGuildMember>('GET', Routes.guildMember(guild.id, person))
      .catch((error: unknown) => (isNobody(error) ? 'nobody' : 'silence'));
    if (member === 'silence') return member;
    const found = member === 'nobody' ? 'elsewhere' : serverOf(guild, person, member);
    asked.keep(key, found);
    return found;
  }

  return {
    async serversOf(person, likely) {
      const all = [...guilds.client.guilds.cache.values()].filter(guild => guild.available);
      const first = all.filter(guild => likely.includes(guild.id));
      const others = all.filter(guild => !likely.includes(guild.id));
      const found: SharedServer[] = [];
      const looking = [...first, ...others].slice(0, mostAsked).map(async guild => {
        const server = await lookIn(guild, person);
        if (typeof server !== 'string') found.push(server);
      });
      await within(Promise.all(looking), patienceMs);
      return found.toSorted((a, b) => a.name.localeCompare(b.name));
    },
    async administers(server, person) {
      const guild = guilds.client.guilds.cache.get(server);
      if (!guild?.available) return 'not-told';
      let told: boolean | 'not-told' = 'not-told';
      const looking = lookIn(guild, person).then(found => {
        if (found !== 'silence') told = found !== 'elsewhere' && found.admin;
      });
      await within(looking, patienceMs);
      return told;
    },
  };
}

function serverOf(guild: Guild, person: string, { roles, user, nick }: APIGuildMember): SharedServer {
  const held = [guild.id, ...roles].reduce(
    (all, role) => all | (guild.roles.cache.get(role)?.permissions.bitfield ?? 0n),
    0n,
  );
  return {
    workspace: guild.id,
    name: guild.name,
    called: nameOf(user, { nick }),
    admin: guild.ownerId === person || (held & manages) !== 0n,
  };
}

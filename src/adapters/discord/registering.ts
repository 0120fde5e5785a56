/**
 * The commands are told to each guild, so they are there at once; and to all of Discord those for direct messages with the bot, and for
 * these alone, so that nothing appears twice in a guild. 200 creates a day are allowed to each, so it is asked first whether it knows them.
 */
import {
  type APIApplicationCommand,
  type Client,
  Events,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { minute, passes, pause, pauseMs } from '../../platform/again.ts';
import type { Log } from '../../platform/log.ts';
import type { PlatformError } from '../../platform/platform-error.ts';
import type { Calls } from './calls.ts';
import type { CommandIds } from './clickable.ts';
import { toPlatformError } from './errors.ts';

type Told = RESTPostAPIApplicationCommandsJSONBody;

interface Shape {
  readonly type?: number;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null | undefined;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null | undefined;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly channel_types?: readonly number[];
  readonly options?: readonly Shape[];
  /** Told of what is for all of Discord alone. */
  readonly contexts?: readonly number[] | null;
}

/** What we say of a command, whatever else Discord adds when it gives it back. */
const shapeOf = ({
  type = 1,
  name,
  name_localizations,
  description = '',
  description_localizations,
  required = false,
  autocomplete = false,
  channel_types = [],
  options,
}: Shape): readonly unknown[] => [
  type,
  name,
  name_localizations ?? {},
  description,
  description_localizations ?? {},
  required,
  autocomplete,
  [...channel_types].sort(),
  (options ?? []).map(shapeOf),
];

/** Of a guild's, Discord doesn't give back where they can be used: it goes without saying. */
export function sameCommands(
  ours: readonly Told[],
  theirs: readonly APIApplicationCommand[],
  everywhere = false,
): boolean {
  const whole = (one: Shape) => JSON.stringify([...shapeOf(one), everywhere && (one.contexts ?? [])]);
  const shapes = (all: readonly unknown[]) => all.map(one => whole(one as Shape)).sort();
  return JSON.stringify(shapes(ours)) === JSON.stringify(shapes(theirs));
}

/** Else Discord leaves out what it is called in other languages. */
const withLocalizations = { with_localizations: 'true' };

export interface Telling {
  readonly calls: Calls;
  readonly ids: CommandIds;
  readonly log: Log;
  readonly client: Client<true>;
  readonly commands: { readonly inGuilds: readonly Told[]; readonly inDirect: readonly Told[] };
  readonly ended: AbortSignal;
}

/** None: all of Discord. */
type Guild = string | undefined;

/** Guild after guild: for discord.js they share one bucket. Where it fails, it is tried again until it stands, beside the others. */
export async function telling({ client, ...told }: Telling): Promise<void> {
  const underWay = new Map<Guild, AbortController>();
  /** Since when the bot is in each server that knows the commands: whoever takes it out and adds it again has to be told once more. */
  const knows = new Map<Guild, number>();
  const tell = async (guild: Guild, since = 0) => {
    const over = new AbortController();
    underWay.get(guild)?.abort();
    underWay.set(guild, over);
    const ended = AbortSignal.any([told.ended, over.signal]);
    return keepTelling({ ...told, client, ended, stands: () => void knows.set(guild, since) }, guild);
  };
  client.on(Events.GuildCreate, ({ id, joinedTimestamp }) => void tell(id, joinedTimestamp)); // who adds the bot later has the commands at once too
  client.on(Events.GuildAvailable, ({ id, joinedTimestamp }) => {
    if (knows.get(id) !== joinedTimestamp) void tell(id, joinedTimestamp); // it was down, or was added while the session was begun anew
  });
  const everywhere = tell(undefined);
  for (const { id, joinedTimestamp } of client.guilds.cache.values()) await tell(id, joinedTimestamp);
  await everywhere;
}

interface Keeping extends Telling {
  /** Told that they know. */
  stands(): void;
}

/** Resolves after the first try. */
async function keepTelling(telling: Keeping, guild: Guild): Promise<void> {
  const error = await told(telling, guild);
  if (error) void goOn(telling, guild, error).catch(() => {}); // stopped meanwhile
}

async function goOn(telling: Keeping, guild: Guild, first: PlatformError): Promise<void> {
  let error: PlatformError | undefined = first;
  for (let tries = 0; error; tries++) {
    const wait = error.code === ofADay ? hour : pauseMs(tries, error, 30 * minute);
    const where = guild === undefined ? {} : { guild };
    telling.log[passes(error) ? 'warn' : 'error'](
      { err: error, ...where, againInMs: wait },
      `could not tell ${nameOf(guild)} the commands; ${remedyFor(error, telling.client.application.id, guild)}`,
    );
    await pause(wait, telling.ended);
    if (!telling.client.isReady()) return; // another session tells it
    if (guild !== undefined && !telling.client.guilds.cache.has(guild)) return;
    error = await told(telling, guild);
  }
}

const nameOf = (guild: Guild): string =>
  guild === undefined ? 'Discord, for direct messages with the bot,' : 'a Discord server';

async function told(
  { calls, ids, log, client, commands, stands }: Keeping,
  guild: Guild,
): Promise<PlatformError | undefined> {
  const { id } = client.application;
  const isEverywhere = guild === undefined;
  const route = isEverywhere ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
  const body = isEverywhere ? commands.inDirect : commands.inGuilds;
  try {
    const known = await knownTo(calls, route);
    if (known && sameCommands(body, known, isEverywhere)) {
      ids.keep(guild, known);
      stands();
      return undefined;
    }
    ids.keep(guild, await calls.ask<APIApplicationCommand[]>('PUT', route, { body }));
    stands();
    log.info({ ...(guild && { guild }), commands: body.length }, `told ${nameOf(guild)} the commands`);
    return undefined;
  } catch (error) {
    return toPlatformError(error);
  }
}

/** Nothing, where Discord has no answer to that: then they are told all the same. */
const knownTo = (calls: Calls, route: `/${string}`): Promise<readonly APIApplicationCommand[] | undefined> =>
  calls
    .ask<readonly APIApplicationCommand[]>('GET', route, { query: withLocalizations })
    .catch((error: PlatformError) => {
      if (error.kind === 'rate-limited' || error.whose === 'bot') throw error;
      return undefined;
    });

const hour = 60 * minute;
const ofADay = '30034';

function remedyFor(error: PlatformError, application: string, guild: Guild): string {
  const { code } = error;
  if (code === '50001' && guild !== undefined)
    return `the bot was added without the scope applications.commands: open https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&guild_id=${guild} as somebody who manages the server; it is tried again`;
  if (code === ofADay)
    return 'Discord takes 200 new commands a day and server: by tomorrow they will be there; it is tried again every hour';
  if (error.kind === 'invalid') return 'this is a fault of the bot, please report it; it is tried again';
  return 'it is tried again';
}

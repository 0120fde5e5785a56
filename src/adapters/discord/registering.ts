/**
 * The commands are told to each guild, not to all of Discord: so they are there at once, and never in direct messages.
 * A guild allows 200 creates of commands a day, so it is asked first whether it knows them already.
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
  readonly options?: readonly Shape[];
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
  options,
}: Shape): unknown => [
  type,
  name,
  name_localizations ?? {},
  description,
  description_localizations ?? {},
  required,
  autocomplete,
  (options ?? []).map(shapeOf),
];

export function sameCommands(ours: readonly Told[], theirs: readonly APIApplicationCommand[]): boolean {
  const shapes = (all: readonly unknown[]) => all.map(one => JSON.stringify(shapeOf(one as Shape))).sort();
  return JSON.stringify(shapes(ours)) === JSON.stringify(shapes(theirs));
}

/** Else Discord leaves out what it is called in other languages. */
const withLocalizations = { with_localizations: 'true' };

export interface Telling {
  readonly calls: Calls;
  readonly log: Log;
  readonly client: Client<true>;
  readonly commands: readonly Told[];
  readonly ended: AbortSignal;
}

/** Guild after guild: for discord.js they share one bucket. Where it fails, it is tried again until it stands, beside the others. */
export async function telling({ client, ...told }: Telling): Promise<void> {
  const underWay = new Map<string, AbortController>();
  const tell = (guild: string) => {
    const over = new AbortController();
    underWay.get(guild)?.abort();
    underWay.set(guild, over);
    return keepTelling({ ...told, client, ended: AbortSignal.any([told.ended, over.signal]) }, guild);
  };
  client.on(Events.GuildCreate, guild => void tell(guild.id)); // who adds the bot later has the commands at once too
  for (const guild of client.guilds.cache.keys()) await tell(guild);
}

/** Resolves after the first try. */
async function keepTelling(telling: Telling, guild: string): Promise<void> {
  const error = await told(telling, guild);
  if (error) void goOn(telling, guild, error).catch(() => {}); // stopped meanwhile
}

async function goOn(telling: Telling, guild: string, first: PlatformError): Promise<void> {
  let error: PlatformError | undefined = first;
  for (let tries = 0; error; tries++) {
    const wait = error.code === ofADay ? hour : pauseMs(tries, error, 30 * minute);
    telling.log[passes(error) ? 'warn' : 'error'](
      { err: error, guild, againInMs: wait },
      `could not tell a Discord server the commands; ${remedyFor(error, telling.client.application.id, guild)}`,
    );
    await pause(wait, telling.ended);
    if (!telling.client.isReady() || !telling.client.guilds.cache.has(guild)) return; // another session tells it, or nobody
    error = await told(telling, guild);
  }
}

async function told({ calls, log, client, commands }: Telling, guild: string): Promise<PlatformError | undefined> {
  const route = Routes.applicationGuildCommands(client.application.id, guild);
  try {
    const known = await calls.ask<APIApplicationCommand[]>('GET', route, { query: withLocalizations });
    if (sameCommands(commands, known)) return undefined;
    await calls.ask('PUT', route, { body: commands });
    log.info({ guild, commands: commands.length }, 'told a Discord server the commands');
    return undefined;
  } catch (error) {
    return toPlatformError(error);
  }
}

const hour = 60 * minute;
const ofADay = '30034';

function remedyFor(error: PlatformError, application: string, guild: string): string {
  const { code } = error;
  if (code === '50001')
    return `the bot was added without the scope applications.commands: open https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&guild_id=${guild} as somebody who manages the server; it is tried again`;
  if (code === ofADay)
    return 'Discord takes 200 new commands a day and server: by tomorrow they will be there; it is tried again every hour';
  if (error.kind === 'invalid') return 'this is a fault of the bot, please report it; it is tried again';
  return 'it is tried again';
}

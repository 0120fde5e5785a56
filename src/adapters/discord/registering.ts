/**
 * The commands are told to each guild, not to all of Discord: so they are there at once, and never in direct messages.
 * A guild allows 200 creates of commands a day, so it is asked first whether it knows them already.
 */
import { type APIApplicationCommand, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import type { Log } from '../../platform/log.ts';
import { type Calls, patiently } from './calls.ts';

type Told = RESTPostAPIApplicationCommandsJSONBody;

interface Shape {
  readonly type?: number;
  readonly name: string;
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
  description = '',
  description_localizations,
  required = false,
  autocomplete = false,
  options,
}: Shape): unknown => [
  type,
  name,
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

const mostMs = 60_000;
/** Else Discord leaves out what it is called in other languages. */
const withLocalizations = { with_localizations: 'true' };

/** One guild that doesn't let it (the bot was added without `applications.commands`) keeps none of the others from it. */
export async function register(
  calls: Calls,
  log: Log,
  application: string,
  guild: string,
  commands: readonly Told[],
): Promise<void> {
  const route = Routes.applicationGuildCommands(application, guild);
  try {
    const known = await patiently(
      () => calls.ask<APIApplicationCommand[]>('GET', route, { query: withLocalizations }),
      mostMs,
    );
    if (sameCommands(commands, known)) return;
    await patiently(() => calls.ask('PUT', route, { body: commands }), mostMs);
    log.info({ guild, commands: commands.length }, 'told a Discord server the commands');
  } catch (err) {
    log.error(
      { err, guild },
      'could not tell a Discord server the commands; add the bot again with the scope applications.commands',
    );
  }
}

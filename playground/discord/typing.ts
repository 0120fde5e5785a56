/** A typed line as a command with its options. discord.com/developers/docs/interactions/application-commands#slash-commands */
import type { Completion } from '../driver.ts';
import { channelId, chosen, Gathered, roleId, userId } from './filling.ts';
import { resolved, type Spot } from './interactions.ts';
import { inChannel } from './permissions.ts';
import type { Command, Json } from './state.ts';
import { isBotIn } from './world.ts';

export interface Typed {
  readonly command: Command;
  /** Subcommand group and subcommand, outermost first. */
  readonly path: readonly Json[];
  /** What stands after the command's words. */
  readonly rest: string;
  readonly options: readonly Json[];
}

/** As it is called in somebody's language. */
export const calledIn = ({ name, rest }: Command, locale: string): string => rest.name_localizations?.[locale] ?? name;

/** Commands that this person can use there. */
export function usable({ world, user, channel, guild }: Spot, type: number): Command[] {
  const held = inChannel(world.state, user.id, channel);
  if (guild && !isBotIn(world, guild)) return [];
  return world.state.commands.filter(
    c =>
      c.type === type &&
      (c.guildId ? c.guildId === guild?.id : (c.contexts ?? [0, 1, 2]).includes(guild ? 0 : 1)) &&
      (c.defaultMemberPermissions === null ||
        !guild ||
        (held & BigInt(c.defaultMemberPermissions)) === BigInt(c.defaultMemberPermissions)),
  );
}

/** As the client of who reads that language shows it. */
const describedIn = (locale: string, { description, description_localizations: others }: Json): string =>
  others?.[locale] ?? description;

/** Every full command with what it is for: `/cop docs find`. */
export function leaves(command: Command, locale = 'en-GB'): Completion[] {
  const below = (options: readonly Json[], before: string, description: string): Completion[] => {
    const children = options.filter(o => o.type <= 2);
    if (!children.length)
      return [
        {
          label: before,
          summary: description,
          options: options.map(o => ({ name: o.name, summary: describedIn(locale, o), required: o.required === true })),
        },
      ];
    return children.flatMap(o => below(o.options ?? [], `${before} ${o.name}`, describedIn(locale, o)));
  };
  return below(
    command.options,
    `/${command.name}`,
    describedIn(locale, { ...command.rest, description: command.description }),
  );
}

export function understood(spot: Spot, line: string): Typed {
  const [, name = '', after = ''] = line.match(/^\/(\S+)\s*([\s\S]*)$/) ?? [];
  const commands = usable(spot, 1);
  const command = commands.findLast(c => c.name === name);
  if (!command)
    throw new Error(
      `there is no command /${name} here; there are: ${commands.map(c => `/${c.name}`).join(', ') || 'none'}`,
    );
  const path: Json[] = [];
  let options = command.options;
  let rest = after;
  while (options.some(o => o.type <= 2)) {
    const [, word = '', further = ''] = rest.match(/^(\S*)\s*([\s\S]*)$/) ?? [];
    const next = options.find(o => o.name === word);
    if (!next)
      throw new Error(
        `there is no command "${line}"; there are: ${leaves(command)
          .map(l => l.label)
          .join(', ')}`,
      );
    path.push(next);
    options = next.options ?? [];
    rest = further;
  }
  return { command, path, rest: rest.trim(), options };
}

/** `words: wound care kind: leaflet` by the options' names; without any, all of it is the first option's. */
export function pairs({ options, rest }: Typed): { option: Json; value: string }[] {
  const names = options.map(o => o.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const starts = options.length ? [...rest.matchAll(new RegExp(`(?:^|\\s)(${names}):`, 'g'))] : [];
  if (starts.length && starts[0]!.index === 0)
    return starts.map((start, n) => ({
      option: options.find(o => o.name === start[1])!,
      value: rest.slice(start.index + start[0].length, starts[n + 1]?.index).trim(),
    }));
  if (rest === '') return [];
  if (!options[0]) throw new Error(`this command takes nothing more; "${rest}" was typed`);
  return [{ option: options[0], value: rest }];
}

function number(option: Json, text: string): number {
  const value = Number(text);
  if (text === '' || Number.isNaN(value) || (option.type === 4 && !Number.isInteger(value)))
    throw new Error(`"${option.name}" takes a number; "${text}" was typed`);
  if (value < (option.min_value ?? -Infinity) || value > (option.max_value ?? Infinity))
    throw new Error(`"${option.name}" takes a number from ${option.min_value} to ${option.max_value}`);
  return value;
}

function words(option: Json, text: string): string {
  const size = [...text].length;
  if (size < (option.min_length ?? 0) || size > (option.max_length ?? 6000))
    throw new Error(
      `"${option.name}" takes ${option.min_length ?? 0} to ${option.max_length ?? 6000} characters; there are ${size}`,
    );
  return text;
}

function optionValue(spot: Spot, option: Json, text: string, gathered: Gathered): unknown {
  const choice = (option.choices ?? []).find((c: Json) => c.name === text || `${c.value}` === text);
  if (choice) return choice.value;
  if (option.choices?.length)
    throw new Error(
      `"${option.name}" has no choice "${text}"; there are: ${option.choices.map((c: Json) => c.name).join(', ')}`,
    );
  if (option.type === 3) return words(option, text);
  if (option.type === 4 || option.type === 10) return number(option, text);
  if (option.type === 5) return /^(true|yes)$/i.test(text);
  if (option.type === 6) return note(gathered.users, userId(spot, text));
  if (option.type === 7) return note(gathered.channels, channelId(spot, text));
  if (option.type === 8) return note(gathered.roles, roleId(spot, text));
  if (option.type === 9) return chosen(spot, { type: 7 }, [text], gathered)[0];
  return attached(spot, text, gathered);
}

const note = (list: string[], id: string): string => {
  list.push(id);
  return id;
};

/** The newest file of that name that this person has posted goes along again. */
function attached({ world, user }: Spot, name: string, gathered: Gathered): string {
  const files = world.state.channels.flatMap(c =>
    c.messages.filter(m => m.authorId === user.id).flatMap(m => m.attachments),
  );
  const file = files.findLast(f => f.name === name);
  if (!file)
    throw new Error(
      `${user.name} has posted no file "${name}"; there are: ${files.map(f => f.name).join(', ') || 'none'}`,
    );
  gathered.files.push(file);
  return file.id;
}

/** The interaction's `data`. `label → value` of suggestions seen before stand for their values; `focused`: the option still being typed. */
export function commandData(spot: Spot, typed: Typed, suggested: ReadonlyMap<string, unknown>, focused?: Json): Json {
  const { command, path, options } = typed;
  const gathered = new Gathered();
  const given = pairs(typed).map(({ option, value }) => {
    const known = option.autocomplete && option !== focused ? suggested.get(`${option.name} ${value}`) : undefined;
    const isFree = option === focused;
    return {
      name: option.name,
      type: option.type,
      value: isFree ? value : (known ?? optionValue(spot, option, value, gathered)),
      ...(isFree ? { focused: true } : {}),
    };
  });
  if (focused && !given.some(g => g.name === focused.name))
    given.push({ name: focused.name, type: focused.type, value: '', focused: true });
  const missing = focused ? undefined : options.find(o => o.required && !given.some(g => g.name === o.name));
  if (missing) throw new Error(`"${missing.name}" has to be given`);
  const nested = path.reduceRight<Json[]>((inner, { name, type }) => [{ name, type, options: inner }], given);
  const all = resolved(spot, gathered.named(spot.channel.id));
  return {
    id: command.id,
    name: command.name,
    type: 1,
    ...(command.guildId ? { guild_id: command.guildId } : {}),
    ...(nested.length ? { options: nested } : {}),
    ...(Object.keys(all).length ? { resolved: all } : {}),
  };
}

export const fullName = ({ command, path }: Typed): string => [command.name, ...path.map(p => p.name)].join(' ');

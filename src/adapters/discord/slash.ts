/**
 * What can be typed and what stands in a message's menu, told to Discord: one command per first word, the further words as its
 * groups and subcommands. https://docs.discord.com/developers/interactions/application-commands
 */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandSpec, OptionSpec } from '../../platform/chat-platform.ts';
import { cut, limits, postable } from './limits.ts';

/** Said of what is told to all of Discord alone: a guild's own commands are in that guild, and nowhere else. https://docs.discord.com/developers/interactions/application-commands#interaction-contexts */
const inDirect = {
  contexts: [InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};
const short = (summary: string): string => cut(summary, limits.command.description);

/** Discord shows it in the language of who types. https://docs.discord.com/developers/reference#locales */
const described = ({ summary, summaries }: Pick<OptionSpec, 'summary' | 'summaries'>) => ({
  description: short(summary),
  ...(summaries && {
    description_localizations: Object.fromEntries(Object.entries(summaries).map(([to, words]) => [to, short(words)])),
  }),
});

/** For all servers, each told by itself. */
export const toApplicationCommands = (specs: readonly CommandSpec[]): RESTPostAPIApplicationCommandsJSONBody[] => [
  ...typedOnes(specs),
  ...specs.flatMap(({ shortcut, shortcuts }) =>
    shortcut ? [{ type: ApplicationCommandType.Message as const, ...called(shortcut, shortcuts) }] : [],
  ),
];

/** For direct messages with the bot alone. Nobody and no channel can be chosen there, so what is about that isn't there either. */
export const toDirectCommands = (specs: readonly CommandSpec[]): RESTPostAPIApplicationCommandsJSONBody[] =>
  typedOnes(
    specs
      .filter(({ options, asksUnless }) => !(asksUnless && isOfServers(options[asksUnless])))
      .map(spec => ({
        ...spec,
        options: Object.fromEntries(Object.entries(spec.options).filter(([, option]) => !isOfServers(option))),
      })),
    inDirect,
  );

const isOfServers = (option: OptionSpec | undefined): boolean =>
  option?.kind === 'people' || option?.kind === 'channel';

function typedOnes(specs: readonly CommandSpec[], where?: typeof inDirect): RESTPostAPIApplicationCommandsJSONBody[] {
  const typed = specs.flatMap(spec => (spec.slash ? [{ spec, path: spec.slash.split(' ') }] : []));
  const roots = [...new Set(typed.map(({ path }) => path[0] as string))];
  return roots.map((name): RESTPostAPIApplicationCommandsJSONBody => {
    const under = typed.filter(({ path }) => path[0] === name);
    const whole = under.find(({ path }) => path.length === 1)?.spec;
    const options = whole ? optionsOf(whole) : below(under.map(({ spec, path }) => ({ spec, path: path.slice(1) })));
    const description = whole ? described(whole) : { description: listed(under.map(({ path }) => path[1] as string)) };
    return { type: ApplicationCommandType.ChatInput, name, ...description, options, ...where };
  });
}

/** Discord's menu shows it in the language of who opens it; what is told of it is its name. */
const called = (name: string, names: CommandSpec['shortcuts']) => ({
  name: cut(name, limits.command.name),
  ...(names && {
    name_localizations: Object.fromEntries(
      Object.entries(names).map(([to, own]) => [to, cut(own, limits.command.name)]),
    ),
  }),
});

type Typed = { readonly spec: CommandSpec; readonly path: readonly string[] };

/** Subcommands, and groups of them where a word more follows. */
function below(typed: readonly Typed[]): APIApplicationCommandOption[] {
  return [...new Set(typed.map(({ path }) => path[0] as string))].map(name => {
    const here = typed.filter(({ path }) => path[0] === name);
    const whole = here.find(({ path }) => path.length === 1);
    if (whole) return subcommand(name, whole.spec);
    return {
      type: ApplicationCommandOptionType.SubcommandGroup,
      name,
      description: listed(here.map(({ path }) => path[1] as string)),
      options: here.map(({ spec, path }) => subcommand(path[1] as string, spec)),
    };
  });
}

const subcommand = (name: string, spec: CommandSpec): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  ...described(spec),
  options: optionsOf(spec),
});

/** Discord never shows the description of a command or group that can't be run itself, but wants one. */
const listed = (names: readonly string[]): string => short([...new Set(names)].join(', '));

/** Discord wants the required ones first. A message can't be typed: that option comes with the message's menu. */
const optionsOf = ({ options }: CommandSpec): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .filter(([, { kind }]) => kind !== 'message')
    .sort(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
    .slice(0, limits.command.options)
    .map(([name, spec]) => optionOf(name, spec));

function optionOf(name: string, spec: OptionSpec): APIApplicationCommandBasicOption {
  const { kind, required, suggests } = spec;
  const base = { name, ...described(spec), required: required ?? false };
  if (kind === 'people') return { type: ApplicationCommandOptionType.User, ...base };
  if (kind === 'channel') return { type: ApplicationCommandOptionType.Channel, ...base, channel_types: [...postable] };
  if (suggests) return { type: ApplicationCommandOptionType.String, ...base, autocomplete: true };
  return { type: ApplicationCommandOptionType.String, ...base };
}

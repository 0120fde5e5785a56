/** What was typed after the slash: which command, with which options. */
import {
  type APIApplicationCommandInteractionDataOption,
  type InteractionType,
  ApplicationCommandOptionType as Option,
} from 'discord.js';

type Given = APIApplicationCommandInteractionDataOption<
  InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>;

export interface TypedLine {
  /** As in `CommandSpec.slash`. */
  readonly slash: string;
  readonly options: Readonly<Record<string, string>>;
  /** The option that is being typed, when suggestions are asked for. */
  readonly focused?: { readonly option: string; readonly typed: string };
}

export function typedIn({
  name,
  options = [],
}: {
  readonly name: string;
  readonly options?: readonly Given[];
}): TypedLine {
  const [first] = options;
  if (first?.type === Option.Subcommand || first?.type === Option.SubcommandGroup) {
    const below = typedIn(first as { name: string; options?: readonly Given[] });
    return { ...below, slash: `${name} ${below.slash}` };
  }
  const given = options.flatMap(one => ('value' in one ? [one] : []));
  const focused = given.find(one => 'focused' in one && one.focused);
  return {
    slash: name,
    options: Object.fromEntries(given.map(one => [one.name, String(one.value)])),
    ...(focused && { focused: { option: focused.name, typed: String(focused.value) } }),
  };
}

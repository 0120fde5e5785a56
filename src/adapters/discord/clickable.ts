/**
 * A command that a text names can be pressed, and then stands in the reader's line, where Discord is told its id. That is another in each
 * server, and another in direct messages. https://docs.discord.com/developers/reference#message-formatting-formats
 */
import { type APIApplicationCommand, ApplicationCommandOptionType } from 'discord.js';
import { type Block, type Card, flat, type Text } from '../../platform/card.ts';
import { limits } from './limits.ts';

/** `cop docs find` goes by the id of `cop`, where there is such a command. */
export type IdOf = (slash: string) => string | undefined;

type Known = Pick<APIApplicationCommand, 'id' | 'name' | 'options'>;

export interface CommandIds {
  /** As they were told to a server, or, for none, to all of Discord. */
  keep(guild: string | undefined, commands: readonly Known[]): void;
  /** For whoever reads it in that server, or in a direct message. */
  in(guild: string | undefined): IdOf;
}

export function commandIds(): CommandIds {
  const known = new Map<string | undefined, ReadonlyMap<string, string>>();
  return {
    keep: (guild, commands) =>
      void known.set(guild, new Map(commands.flatMap(one => typedAs(one).map(slash => [slash, one.id] as const)))),
    in: guild => slash => known.get(guild)?.get(slash),
  };
}

interface Below {
  readonly name: string;
  readonly type?: number;
  readonly options?: readonly Below[] | undefined;
}

function typedAs({ name, options = [] }: Below): readonly string[] {
  const below = options.filter(
    ({ type }) =>
      type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup,
  );
  return below.length === 0 ? [name] : below.flatMap(typedAs).map(rest => `${name} ${rest}`);
}

export function clickable(card: Card, idOf: IdOf): Card {
  const named = (text: Text): Text =>
    flat(text).map(part => {
      const id = part.kind === 'slash' ? idOf(part.slash) : undefined;
      return id === undefined ? part : { ...part, id };
    });
  const inBlock = (block: Block): Block => {
    if (block.kind === 'text') return { ...block, text: named(block.text) };
    if (block.kind === 'guide') return inGuide(block, idOf);
    if (block.kind !== 'facts') return block;
    return { ...block, facts: block.facts.map(fact => ({ ...fact, value: named(fact.value) })) };
  };
  return { ...card, ...(card.title && { title: named(card.title) }), body: card.body.map(inBlock) };
}

type GuideBlock = Extract<Block, { kind: 'guide' }>;

/** As guides write them, between backticks, with what may be typed behind: `/cop guide interviews`. */
const written = /`\/([a-z]+(?: [a-z]+)*)`/g;

/** What there is no command for stays as it was written; and so does all of a guide that only the ids would make too long. */
function inGuide(guide: GuideBlock, idOf: IdOf): GuideBlock {
  const markdown = guide.markdown.replace(written, (whole, typed: string) => mentionOf(typed, idOf) ?? whole);
  const fits = [...`${guide.title}${markdown}`].length <= limits.embed.inAll;
  return fits ? { ...guide, markdown } : guide;
}

function mentionOf(typed: string, idOf: IdOf): string | undefined {
  const words = typed.split(' ');
  for (let n = words.length; n > 0; n--) {
    const slash = words.slice(0, n).join(' ');
    const id = idOf(slash);
    if (id) return [`</${slash}:${id}>`, ...words.slice(n).map(word => `\`${word}\``)].join(' ');
  }
  return undefined;
}

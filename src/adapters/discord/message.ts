/** A Card as the body of a message, whichever way Discord takes it, with the key by which it is found again. */
import { createHash } from 'node:crypto';
import {
  type APIMessage,
  ComponentType,
  MessageFlags,
  type RawFile,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import type { Block, Card, Text } from '../../platform/card.ts';
import type { Attachment } from './attachments.ts';
import { clickable, type IdOf } from './clickable.ts';
import { toComponents } from './components.ts';
import { hasGuide, toGuide } from './guide.ts';
import { limits } from './limits.ts';
import { named } from './markdown.ts';

type Body = Pick<
  RESTPostAPIChannelMessageJSONBody,
  'content' | 'embeds' | 'components' | 'flags' | 'allowed_mentions' | 'attachments'
>;

export interface Drawn {
  readonly body: Body;
  readonly files: RawFile[];
  /** Components V2; a message that once is stays so, and one that isn't never becomes it. */
  readonly v2: boolean;
}

/** `v2`: whatever the card, for a message that is V2 already. `ids`: of the commands, where it is read. */
export function draw(told: Card, ids: IdOf, key?: string, { v2 = !hasGuide(told) } = {}): Drawn {
  const card = clickable(told, ids);
  const id = key === undefined ? undefined : idOf(key);
  const allowed_mentions = { parse: [], users: peopleIn(card) };
  if (v2) {
    const { container, files } = toComponents(card, id);
    const body = { components: [container], flags: MessageFlags.IsComponentsV2, allowed_mentions };
    return { body: { ...body, attachments: attached(files) }, files: uploads(files), v2 };
  }
  const { content, embeds, components, files } = toGuide(card, id);
  const body = { content, embeds, components, allowed_mentions, attachments: attached(files) };
  return { body, files: uploads(files), v2 };
}

const attached = (files: readonly Attachment[]) =>
  files.map(({ name, alt }, id) => ({ id, filename: name, description: alt }));
const uploads = (files: readonly Attachment[]): RawFile[] =>
  files.map(({ name, data }) => ({
    name,
    data: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
    ...(name.endsWith('.md') && { contentType: 'text/markdown' }),
  }));

/** Only whom the card names may be rung for: never a role, never everyone. */
function peopleIn(card: Card): string[] {
  const texts = [card.title ?? [], ...card.body.flatMap(textsIn)];
  return [...new Set(texts.flatMap(named))].slice(0, limits.message.mentions);
}

const textsIn = (block: Block): readonly Text[] =>
  block.kind === 'text' ? [block.text] : block.kind === 'facts' ? block.facts.map(fact => fact.value) : [];

const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Discord answers a second POST with the same nonce by the first one's message, for some minutes. */
export const nonceOf = (key: string): string =>
  digestOf(key)
    .toString('base64url')
    .slice(0, limits.message.nonce - 1);

/** An int32 that Discord keeps as a component's id: above 2^30, where the ids that Discord itself gives (1, 2, 3…) never come. */
export const idOf = (key: string): number => 2 ** 30 + (digestOf(key).readUInt32BE() >>> 2);

/** The same, and rings for one person: in a thread, a mention is what makes it be seen. */
export function mentioning({ body, ...drawn }: Drawn, person: string): Drawn {
  const mention = `<@${person}>`;
  const users = [...new Set([person, ...(body.allowed_mentions?.users ?? [])])].slice(0, limits.message.mentions);
  const allowed_mentions = { parse: [], users };
  if (!drawn.v2) return { ...drawn, body: { ...body, content: `${mention}\n${body.content ?? ''}`, allowed_mentions } };
  const components = [{ type: ComponentType.TextDisplay as const, content: mention }, ...(body.components ?? [])];
  return { ...drawn, body: { ...body, components, allowed_mentions } };
}

const marks = (components: readonly { id?: number }[] | null = []): readonly number[] =>
  (components ?? []).flatMap(({ id }) => id ?? []);

/** Whether this message is what `drawn` was posted as under `key`: by the key, or by what it says where nothing could carry a key. */
export function isCopyOf(message: APIMessage, drawn: Drawn, key: string): boolean {
  if (marks(drawn.body.components).length > 0) return marks(message.components).includes(idOf(key));
  const titles = (embeds: readonly { title?: string }[] = []) => embeds.flatMap(one => one.title ?? []).join('\n');
  return (
    titles(message.embeds) === titles(drawn.body.embeds) &&
    withoutIds(message.content) === withoutIds(drawn.body.content ?? '')
  );
}

/** What a command was known by when it was posted may be known no more, or not yet. */
const withoutIds = (words: string): string => words.replace(/<(\/[^:<>]+):\d+>/g, '**$1**');

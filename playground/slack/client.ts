/** A person's client: their eyes, and how what they do finds its place and waits for it. */
import type { LookWhere } from '../driver.ts';
import type { Watch } from '../wire/until.ts';
import { takeSuggestions } from './answers.ts';
import { newChannel } from './beginnings.ts';
import type { Filling } from './forms.ts';
import type { Spot } from './interactions.ts';
import { blockSuggestion } from './interactions.ts';
import type { Eyes } from './looks.ts';
import { channelCalled, channelsOffered, channelsSeen, lastSeen, seesMessage } from './looks.ts';
import { refuse } from './refusal.ts';
import { fileShape } from './shapes.ts';
import type { Channel, Json, Message, SharedFile } from './state.ts';
import { nextId } from './state.ts';
import { directMessage, isDirect, isIn } from './world.ts';

export type Upload = { readonly name: string; readonly type: string; readonly body: Uint8Array };

export interface Client extends Eyes {
  readonly watch: Watch;
  wait<T>(look: () => T, what: string, where?: LookWhere): Promise<NonNullable<T>>;
  /** The direct message with the bot. */
  direct(): Channel;
  /** Where they type unless told. */
  usualChannel(): string;
  whereIs(place: string | undefined): Channel;
  messageOn(on: { id: string; channelId: string }): { channel: Channel; message: Message };
  newFile(file: Upload): SharedFile;
  suggestions(spot: Spot, block: Json, element: Json, typed: string): Promise<Json[]>;
  fillingAt(spot: Spot): Filling;
}

export function clientOf(eyes: Eyes, watch: Watch): Client {
  const { world, team, person } = eyes;

  const client: Client = {
    ...eyes,
    watch,
    wait: (look, what, where) => watch.until(look, `${person.name} to see ${what}`, () => lastSeen(eyes, where)),
    direct: () => directMessage(world, team, person.id, fields => newChannel(world.state, world.now(), fields)),
    usualChannel() {
      const mine = channelsSeen(eyes).filter(c => !isDirect(c) && isIn(c, person.id) && !c.archived);
      return (mine.find(c => c.general) ?? mine[0])?.name ?? 'direct message';
    },
    whereIs: (place = client.usualChannel()) =>
      place === 'direct message' ? client.direct() : channelCalled(eyes, place),
    messageOn({ id, channelId }) {
      const channel = channelCalled(eyes, channelId);
      const message = channel.messages.find(m => m.ts === id && seesMessage(eyes, m));
      return message ? { channel, message } : refuse('message_not_found');
    },
    newFile({ name, type, body }) {
      const bytes = Buffer.from(body).toString('base64');
      const told = {
        id: nextId(world.state, 'F'),
        name,
        title: name,
        type,
        by: person.id,
        at: world.now(),
        body: bytes,
      };
      const file: SharedFile = { ...told, complete: true, channels: [], deleted: false };
      team.files.push(file);
      return file;
    },
    async suggestions(spot, block, element, typed) {
      return takeSuggestions(world, await blockSuggestion(world, team, person, spot, block, element, typed));
    },
    fillingAt: spot => ({
      team,
      suggest: (block, typed) => client.suggestions(spot, block, block.element, typed),
      upload: file => fileShape(world, team, Object.assign(client.newFile(file), { forApp: true })),
      channelId(name, element) {
        const channel = channelCalled(eyes, name);
        if (!channelsOffered(eyes, element).includes(channel)) throw new Error(`the field does not offer "${name}"`);
        return channel.id;
      },
    }),
  };
  return client;
}

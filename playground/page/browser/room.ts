/** What every part of a message needs: who is looking, whose names are known, and how to act. */
import type { Screen } from '../../screen.ts';
import type { Act, HandsShown, ShownVerb } from '../exchange.ts';
import type { Names } from './markdown.ts';

export interface Room {
  readonly screen: Screen;
  readonly names: Names;
  readonly hands: HandsShown;
  readonly emoji: readonly string[];
  /** Rejected by nothing: what was refused is shown, and `false`. */
  acts(act: Act): Promise<boolean>;
  /** Begins something by hand: asks what has to be known, or does it at once. */
  begins(verb: ShownVerb, on?: { channel?: string; person?: string }): void;
  /** The address of a file. */
  file(id: string): string;
  presses(what: { label: string; message: string; control: string }): (event: Event) => void;
  chooses(what: { menu: string; message: string }): (event: Event) => void;
  opens(channel: string): (event: Event) => void;
  /** Links within rendered markup. */
  follows(event: Event): void;
}

/** A channel of this playground, if a platform's own link leads to one: `…/archives/C1`, `…/channels/1/2`, `slack://channel?id=C1`. */
export function channelIn(url: string, { channels }: Screen): string | undefined {
  const found = url.match(/\/archives\/(\w+)|\/channels\/[\w@]+\/(\d+)|[?&](?:id|channel)=(\w+)/);
  const id = found?.[1] ?? found?.[2] ?? found?.[3];
  return channels.some(channel => channel.id === id) ? id : undefined;
}

/** Attributes of a link: within the playground it opens the channel, anything else a new tab. */
export function linkTo(url: string, room: Room): Record<string, unknown> {
  const channel = channelIn(url, room.screen);
  if (channel) return { href: '#', onClick: room.opens(channel) };
  return /^https?:/.test(url) ? { href: url, target: '_blank', rel: 'noopener noreferrer' } : {};
}

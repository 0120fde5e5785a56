/** One thing that people or platforms do without any bot: how the page names it, what it asks for, how it is done. */
import type { DiscordPlayground } from '../../discord/index.ts';
import type { Persona, PlatformName } from '../../driver.ts';
import type { ScreenChannel } from '../../screen.ts';
import type { SlackPlayground } from '../../slack/index.ts';
import type { Ask, HandPlace } from '../exchange.ts';

export type Played = SlackPlayground | DiscordPlayground;

export interface Doing<P extends Played = Played> {
  readonly playground: P;
  /** Whoever does it. */
  readonly persona: Persona;
  readonly channel: string;
  /** To whom. */
  readonly person: string;
  given(name: string): string;
  several(name: string): readonly string[];
}

export interface Verb {
  readonly verb: string;
  readonly on: HandPlace;
  /** As that platform's client calls it; left out where it has none. */
  readonly says: Partial<Record<PlatformName, string>>;
  /** Shown for what is archived alone, or for what isn't; both if left out. */
  readonly archived?: boolean;
  readonly kinds?: Partial<Record<PlatformName, readonly ScreenChannel['kind'][]>>;
  /** What it stands under in the platform's panel. */
  readonly group?: string;
  readonly asks?: (playground: Played) => readonly Ask[];
  /** Asked before it is done. */
  readonly warns?: string;
  readonly perform: (doing: Doing) => unknown;
}

export const words = (name: string, label: string, value = ''): Ask => ({ name, label, kind: 'words', value });
export const choice = (name: string, label: string, options: readonly string[]): Ask => ({
  ...{ name, label, kind: 'choice', options, value: options[0] ?? '' },
});
export const severalOf = (name: string, label: string, options: readonly string[]): Ask => ({
  ...{ name, label, kind: 'several', options, value: '' },
});
export const somebody = (name: string, label: string): Ask => ({ name, label, kind: 'person', value: '' });

/** Only where that platform's own methods are needed. */
export const onSlack = (perform: (doing: Doing<SlackPlayground>) => unknown) => (doing: Doing) =>
  doing.playground.platform === 'slack' ? perform(doing as Doing<SlackPlayground>) : elsewhere();
export const onDiscord = (perform: (doing: Doing<DiscordPlayground>) => unknown) => (doing: Doing) =>
  doing.playground.platform === 'discord' ? perform(doing as Doing<DiscordPlayground>) : elsewhere();

const elsewhere = (): never => {
  throw new Error('there is nothing of the kind on this platform');
};

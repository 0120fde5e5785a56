/** What every part of a message needs: who is looking, whose names are known, and how to act. */
import type { Screen } from '../../screen.ts';
import type { Act, HandsShown, ShownVerb } from '../exchange.ts';
import * as api from './api.ts';
import type { Names } from './markdown.ts';
import { home } from './sidebar.ts';
import type { Where } from './where.ts';

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

/** As this page acts for whoever looks. */
export function roomOf(
  screen: Screen,
  rest: Pick<Room, 'hands' | 'emoji' | 'acts' | 'begins'> & {
    go: (to: Partial<Where>) => void;
    types: (line: string) => void;
  },
): Room {
  const { go, types, ...given } = rest;
  const opens = (channel: string) => (event: Event) => {
    event.preventDefault();
    go({ channel });
  };
  return {
    ...given,
    screen,
    names: {
      person: id => screen.people.find(one => one.id === id)?.name,
      channel: id => screen.channels.find(one => one.id === id)?.name,
      command: (label, id) => screen.clickable?.some(one => one.id === id && one.label === label) ?? false,
      reader: screen.me,
    },
    file: id => api.fileAddress(screen.platform, screen.me.name, id),
    opens,
    presses:
      ({ label, message, control }) =>
      async event => {
        const button = event.currentTarget as HTMLButtonElement;
        button.disabled = true;
        await given.acts({ does: 'presses', label, control, ...(message ? { message } : { in: home }) });
        button.disabled = false;
      },
    chooses: what => async event => {
      const box = event.currentTarget as HTMLSelectElement;
      if (box.value) await given.acts({ does: 'chooses', ...what, option: box.value });
    },
    follows(event) {
      const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-channel]');
      if (link?.dataset.channel) opens(link.dataset.channel)(event);
      const command = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-command]')?.dataset.command;
      if (!command) return;
      event.preventDefault();
      types(`${command} `);
    },
  };
}

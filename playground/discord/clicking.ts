/** `</cop find:1>`: a command that a text names. It can be clicked where such a command can be typed. discord.com/developers/docs/reference#message-formatting-formats */
import type { Persona } from '../driver.ts';
import type { Spot } from './interactions.ts';
import { type Eyes, sightings, waitFor } from './looks.ts';
import type { Channel, Message } from './state.ts';
import { leaves, usable } from './typing.ts';

/** What can be clicked there: each with the command's id. */
export const clickable = (spot: Spot): readonly { readonly id: string; readonly label: string }[] =>
  usable(spot, 1).flatMap(command => leaves(command).map(({ label }) => ({ id: command.id, label })));

const namedIn = ({ content, embeds, components }: Message): readonly (readonly [string, string])[] =>
  [...JSON.stringify([content, embeds, components]).matchAll(/<(\/[^:<>]+):(\d+)>/g)].map(([, label = '', id = '']) => [
    label,
    id,
  ]);

export function clicking(eyes: Eyes, spot: (channel: Channel) => Spot): Pick<Persona, 'clicks'> {
  return {
    async clicks(command, on) {
      const { channel, named } = await waitFor(
        eyes,
        () =>
          sightings(eyes, on)
            .flatMap(({ at }) => (at ? namedIn(at.message).map(named => ({ channel: at.channel, named })) : []))
            .findLast(({ named }) => named[0] === command),
        `${command}, to be clicked`,
        on,
      );
      const [label, id] = named;
      if (!clickable(spot(channel)).some(one => one.label === label && one.id === id))
        throw new Error(`${label} can't be clicked there: no command of that id can be typed`);
      return `${label} `;
    },
  };
}

/** Buttons pressed, options chosen, a message's menu used: in the open view, in messages from the newest, in Home. */
import type { LookWhere, Persona } from '../driver.ts';
import { takePressAnswer } from './answers.ts';
import { elementsOf } from './blocks.ts';
import type { Client } from './client.ts';
import { filled, offered, optionLabel } from './forms.ts';
import type { Spot } from './interactions.ts';
import { blockAction, messageShortcut } from './interactions.ts';
import { shows, sightings } from './looks.ts';
import { blocksOfMessage, flat, pressables, seenView } from './seen.ts';
import type { Json, View } from './state.ts';
import { carrierOf } from './values.ts';
import { topView } from './views.ts';
import { blockWords, textWords } from './words.ts';

export type Presser = Pick<Persona, 'presses' | 'chooses' | 'uses'>;

interface Found {
  readonly spot: Spot;
  readonly block: Json;
  readonly element: Json;
}

export function presser(client: Client): Presser {
  const { world, team, person } = client;

  function places(where: LookWhere = {}): { spot: Spot; blocks: Json[] }[] {
    const wanted = (place: string): boolean => where.in === undefined || where.in === place;
    const isAsked = (view: View): boolean => where.message === undefined || where.message === view.id;
    const ofView = (view: View | undefined): { spot: Spot; blocks: Json[] }[] =>
      view && isAsked(view) && (!where.with || shows(seenView(team, view), where.with))
        ? [{ spot: { view }, blocks: flat(view.blocks) }]
        : [];
    const messages = sightings(client, where).filter(s => s.at && (!where.with || shows(s.seen, where.with)));
    return [
      ...ofView(wanted('form') ? topView(team, person.id) : undefined),
      ...messages.reverse().map(s => ({ spot: s.at!, blocks: blocksOfMessage(s.at!.message) })),
      ...ofView(wanted('home') ? team.homes[person.id] : undefined),
    ];
  }

  function button(label: string, where?: LookWhere): Found | undefined {
    for (const { spot, blocks } of places(where)) {
      const found = pressables(team, blocks).find(
        p =>
          p.label === label &&
          (where?.control === undefined || where.control === `${p.block.block_id}/${p.element.action_id}`),
      );
      if (found) return { spot, block: found.block, element: found.element };
    }
  }

  /** By its placeholder, its field's label, or the words that it stands beside. */
  function menu(name: string, where?: LookWhere): Found | undefined {
    for (const { spot, blocks } of places(where)) {
      for (const block of blocks) {
        const beside = block.label ? textWords(team, block.label) : blockWords(team, block);
        const element = elementsOf(block).find(
          e => isMenu(e) && (textWords(team, e.placeholder) === name || beside === name),
        );
        if (element) return { spot, block, element };
      }
    }
  }

  async function act({ spot, block, element }: Found, value?: unknown): Promise<void> {
    const answer = await blockAction(world, team, person, spot, block, element, value);
    takePressAnswer(world, team, person, spot, answer);
  }

  return {
    async presses(label, on) {
      const beside = `${on?.in ? ` in ${on.in}` : ''}${on?.with ? ` beside ${on.with}` : ''}`;
      await act(await client.wait(() => button(label, on), `a button "${label}"${beside}`, on));
    },
    async chooses(name, option, on) {
      const found = await client.wait(() => menu(name, on), `a menu "${name}"`, on);
      const { spot, block, element } = found;
      if (element.type === 'overflow') {
        const chosen = offered(element).find(o => optionLabel(o) === option);
        if (!chosen)
          throw new Error(
            `"${name}" offers no "${option}"; it offers: ${offered(element).map(optionLabel).join(', ')}`,
          );
        return act(found, chosen);
      }
      const value = await filled(client.fillingAt(spot), { ...block, element }, option);
      const holder = 'view' in spot ? spot.view : spot.message;
      holder.values = {
        ...holder.values,
        [block.block_id]: { ...holder.values?.[block.block_id], [element.action_id]: value },
      };
      world.changed();
      if (block.type !== 'input' || block.dispatch_action) await act(found, value[carrierOf(element.type)]);
    },
    async uses(name, on) {
      const shortcut = world.app.shortcuts.find(s => s.name === name || s.callbackId === name);
      if (!shortcut)
        throw new Error(
          `messages have no "${name}" in their menu; there are: ${world.app.shortcuts.map(s => s.name).join(', ')}`,
        );
      const spot = client.messageOn(on);
      const answer = await messageShortcut(world, team, person, spot.channel, spot.message, shortcut.callbackId);
      takePressAnswer(world, team, person, spot, answer);
    },
  };
}

const isMenu = (element: Json): boolean =>
  element.type === 'overflow' ||
  element.type === 'radio_buttons' ||
  element.type === 'checkboxes' ||
  /select$|picker$/.test(element.type);

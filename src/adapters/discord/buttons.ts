/** Buttons, and the rows they stand in. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Button, Menu } from '../../platform/card.ts';
import type { Channel } from '../../platform/chat-platform.ts';
import { customId, menuId } from './custom-id.ts';
import { cut, limits } from './limits.ts';
import { safeUrl } from './markdown.ts';

const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger, plain: ButtonStyle.Secondary } as const;

/** The same for everyone; opens in the app. */
const channelUrl = (channel: Channel): string => `https://discord.com/channels/${channel.workspace}/${channel.id}`;

/** Nothing for a channel of another platform, or an address that isn't the web's. */
const addressOf = (goal: Channel | { readonly url: string }): string | undefined =>
  'url' in goal ? safeUrl(goal.url) : goal.platform === 'discord' ? channelUrl(goal) : undefined;

/** Draws the buttons of one message, each with a `custom_id` of its own. Nothing for a button that Discord would refuse. */
export function buttonsOfOneMessage(): (button: Button) => APIButtonComponent | undefined {
  const seen = new Map<string, number>();
  return button => {
    const label = cut(button.label.trim(), limits.button.label) || '…';
    if ('goesTo' in button) {
      const url = addressOf(button.goesTo);
      if (!url || url.length > limits.button.url) return undefined;
      return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
    }
    const first = customId(button.does) ?? '';
    const nth = (seen.get(first) ?? 0) + 1;
    seen.set(first, nth);
    const custom_id = customId(button.does, nth);
    return custom_id
      ? { type: ComponentType.Button, style: styles[button.style ?? 'plain'], label, custom_id }
      : undefined;
  };
}

/** What is chosen is done, as a button would: each option carries what it does. Ways out can't stand in a list. */
export function menusOfOneMessage(): (menu: Menu) => readonly APIActionRowComponent<APIStringSelectComponent>[] {
  let drawn = 0;
  return ({ label, buttons }) => {
    const values = new Set<string>();
    const options = buttons.flatMap(button => {
      const value = 'does' in button ? customId(button.does) : undefined;
      if (!value || values.has(value)) return [];
      values.add(value);
      return [{ value, label: cut(button.label.trim(), limits.modal.option) || '…' }];
    });
    if (options.length === 0) return [];
    const placeholder = cut(label.trim(), limits.menu.placeholder) || '…';
    const select: APIStringSelectComponent = {
      type: ComponentType.StringSelect,
      custom_id: menuId(++drawn),
      placeholder,
      options: options.slice(0, limits.modal.options),
    };
    return [{ type: ComponentType.ActionRow, components: [select] }];
  };
}

export function rowsOf(buttons: readonly APIButtonComponent[]): APIActionRowComponent<APIButtonComponent>[] {
  const rows: APIActionRowComponent<APIButtonComponent>[] = [];
  for (let i = 0; i < buttons.length; i += limits.button.inRow)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(i, i + limits.button.inRow) });
  return rows;
}

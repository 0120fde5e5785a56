/** Buttons and menus, each with an id of its own. docs.slack.dev/reference/block-kit/block-elements */
import type { Button, Menu } from '../../platform/card.ts';
import type { Channel } from '../../platform/chat-platform.ts';
import { encodeInvoke } from '../../platform/invoke.ts';
import { cut, limits } from './limits.ts';

/** What an option carries that only leads somewhere: an option always has a value, and of a link nothing is to be done. */
export const nowhere = '-';

export function elementsOfOneMessage() {
  let drawn = 0;
  const next = () => `a${++drawn}`;
  return {
    button: (button: Button): object => toButton(button, next()),
    menu: ({ label, buttons }: Menu): object[] => {
      if (buttons.length === 0) return [];
      if (buttons.length <= limits.overflow)
        return [{ type: 'overflow', action_id: next(), options: buttons.map(toOption) }];
      const options = buttons.filter(one => 'does' in one).slice(0, limits.options);
      return options.length === 0
        ? []
        : [
            {
              type: 'static_select',
              action_id: next(),
              placeholder: plain(label, limits.placeholder),
              options: options.map(toOption),
            },
          ];
    },
  };
}

const plain = (words: string, most: number) => ({ type: 'plain_text', text: cut(words || '…', most), emoji: false });

const toOption = (button: Button): object => ({
  text: plain(button.label, limits.optionText),
  ...('does' in button
    ? { value: encodeInvoke(button.does) }
    : { value: nowhere, url: cut(addressOf(button.goesTo), limits.url) }),
});

function toButton(button: Button, id: string): object {
  const shown = { type: 'button', action_id: id, text: plain(button.label, limits.buttonText) };
  if ('goesTo' in button) return { ...shown, url: cut(addressOf(button.goesTo), limits.url) };
  return { ...shown, value: encodeInvoke(button.does), ...(button.style && { style: button.style }) };
}

const addressOf = (goal: Channel | { readonly url: string }): string => ('url' in goal ? goal.url : channelUrl(goal));

/** Opens a channel in Slack, from anywhere. docs.slack.dev/interactivity/deep-linking */
const channelUrl = ({ workspace, id }: Channel): string =>
  `https://slack.com/app_redirect?team=${workspace}&channel=${id}`;

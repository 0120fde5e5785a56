/** To whoever wrote to the bot, or named it, instead of pressing something. */
import { type Button, type Card, text } from '../platform/card.ts';
import { homeButton } from './doable.ts';

export const help: Button = { label: 'What you can do', does: { command: 'home help', options: {} } };

export const addressedCard = (how: 'directly' | 'in a channel'): Card =>
  how === 'directly'
    ? {
        body: [
          {
            kind: 'text',
            text: text`Thank you for writing. I understand buttons and commands, not words, so what you type here reaches nobody. To answer a card, press its button; to answer somebody's words, press **Reply** below them.`,
          },
        ],
        buttons: [homeButton, help],
      }
    : {
        body: [
          {
            kind: 'text',
            text: text`Thank you for asking. I understand buttons and commands, not words. ${{ slash: 'home help' }} shows all you can do here, ${{ slash: 'home show' }} what waits for you.`,
          },
        ],
        buttons: [help],
      };

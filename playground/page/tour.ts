/** Five steps for the first visit: the whole of what this bot is for, lived once. */
import type { TourStep } from './exchange.ts';

export const tour: readonly TourStep[] = [
  {
    title: 'Start a community',
    words:
      'You are Amira, a nurse with an idea. Type /startcop in #general, send it, and fill in the form: a name and what you care about are enough. Then open the private channel that appears: a welcome and the guides are pinned in it.',
    as: 'Amira Haddad',
    types: '/startcop',
  },
  {
    title: 'Ask to join',
    words: 'Now be Ben, a colleague from another town. Look which communities there are, and press “Request to join”.',
    as: 'Ben Okafor',
    types: '/cop find',
  },
  {
    title: 'Let him in',
    words:
      'Be Amira again. The bot has written to you directly: the request is under “Direct messages”. Press “Approve”, and Ben is in at once.',
    as: 'Amira Haddad',
  },
  {
    title: 'Share a paper',
    words:
      'Be Ben. Open the community’s channel, post a link or a file, and pin it from the message’s menu (⋯). What is pinned there becomes the community’s library.',
    as: 'Ben Okafor',
  },
  {
    title: 'Find it again',
    words:
      'Look it up by any word of its title: /cop docs find, then the word. Only members get an answer. Try it as Carla, who isn’t in and reads German, to see the closed door.',
    as: 'Ben Okafor',
    types: '/cop docs find ',
  },
];

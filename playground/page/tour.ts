/** The first visit: the whole of what this bot is for, lived once, then on a phone, from outside, and in German. */
import type { TourStep } from './exchange.ts';
import type { Played } from './hands/index.ts';

interface Step extends TourStep {
  /** There is one more of this once the step is done, and the tour goes on by itself. */
  readonly counts?: (playground: Played) => number;
}

const amira = 'Amira Haddad';
const ben = 'Ben Okafor';
const carla = 'Carla Moreno';
const outsider = 'Eli Novak';

const privateOf = (playground: Played, name: string) =>
  playground.isHere(name)
    ? playground.screen(name, { read: {} }).channels.filter(one => one.kind === 'private' && one.joined)
    : [];
const seen = (playground: Played, name: string, pattern: RegExp, place?: string): number =>
  playground.isHere(name) ? playground.person(name).seesNow(pattern, place ? { in: place } : {}).length : 0;
/** What people wrote; the bot pins its guides. */
const pinned = (playground: Played): number =>
  privateOf(playground, ben).reduce((sum, { id }) => {
    const open = playground.screen(ben, { channel: id, read: {} }).open;
    return sum + (open?.messages.filter(one => open.pins.includes(one.id) && !one.author.bot).length ?? 0);
  }, 0);

export const steps: readonly Step[] = [
  {
    title: 'Start a community',
    words:
      'You are Amira, a nurse with an idea. Send /startcop in #general and fill in the form: a name and what you care about are enough. A private channel appears: open it, a welcome and the guides are in it.',
    as: amira,
    types: '/startcop',
    counts: playground => privateOf(playground, amira).length,
  },
  {
    title: 'Ask to join',
    words:
      'Now be Ben, a colleague from another town. Send /cop find, see which communities there are, and press “Request to join”.',
    as: ben,
    types: '/cop find',
    counts: playground => seen(playground, amira, /Ben Okafor/, 'direct message'),
  },
  {
    title: 'Let him in',
    words:
      'Be Amira again. The bot has written to you directly: the request is under its name on the left. Press “Approve”, and Ben is in at once.',
    as: amira,
    opens: 'direct message',
    counts: playground => privateOf(playground, ben).length,
  },
  {
    title: 'Share a paper',
    words:
      'Be Ben. In the community’s channel, post a link or drop a file, and pin it from the message’s menu (⋯). What is pinned there becomes the community’s library.',
    as: ben,
    opens: 'private',
    types: 'Healing leg ulcers, a good read: https://example.org/leg-ulcers',
    counts: pinned,
  },
  {
    title: 'Find it again',
    words: 'Look it up by any word of its title. Only members get an answer.',
    as: ben,
    types: '/cop docs find ulcers',
    // As a search quotes it: that a pinned paper is kept now, the bot says too.
    counts: playground => seen(playground, ben, /[“„]ulcers[”“]/),
  },
  {
    title: 'On a phone',
    words: 'The same on a phone: this is your page, as wide as a phone is.',
    as: ben,
    phone: true,
  },
  {
    title: 'From outside',
    words:
      'Eli has no account here. As Amira, send /cop share and choose a channel: the bot tells her a link for people outside. Then be Eli, open that page, and find the way in from there.',
    as: outsider,
  },
  {
    title: 'In German',
    words: 'Carla reads German, so the bot answers her in German; each reader gets their own language.',
    as: carla,
    types: '/cop find',
    counts: playground => seen(playground, carla, /CoP/),
  },
];

/** As the page shows it. */
export const tour: readonly TourStep[] = steps.map(({ counts: _, ...step }) => step);

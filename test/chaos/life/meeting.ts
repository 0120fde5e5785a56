/** It meets: drafted, voted on, called, answered, moved, over. */
import { DateTime } from 'luxon';
import { hoursIn } from '../../../src/bot/clockwork/hours.ts';
import { afternoonIn, whenIn } from '../../support/scenes.ts';
import { type Act, type Cast, fills, space } from './act.ts';

const dayMs = 24 * 3600_000;
const hours = hoursIn(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Late on the day that three days lead to: on its morning, the working day before is over. */
const lateThen = (cast: Cast): number =>
  DateTime.fromMillis(hours.openFrom(cast.time() + 3 * dayMs))
    .set({ hour: 23, minute: 0 })
    .toMillis();

const heels = { with: /heels/ } as const;

export const meeting: readonly Act[] = [
  {
    name: 'draft a meeting',
    async play(cast) {
      const ben = cast.person('Ben');
      await ben.types('/cop meet', space);
      const when = whenIn(await ben.form(), afternoonIn(cast.time(), 20));
      await ben.submits({ 'What about?': 'Who turns the heels?', ...when });
    },
  },
  {
    name: 'offer another date',
    async play(cast) {
      const ben = cast.person('Ben');
      await ben.presses('Offer more dates…', heels);
      await ben.submits(whenIn(await ben.form(), afternoonIn(cast.time(), 21), /^A second date/));
    },
  },
  {
    name: 'call it',
    async play(cast) {
      await cast.person('Ben').presses('Yes, call it', heels);
    },
  },
  {
    name: 'vote',
    async play(cast) {
      await cast.person('Dev').presses('✓ Suits me', { ...space, ...heels });
    },
  },
  {
    name: 'take a date',
    async play(cast) {
      await cast.person('Ben').presses('Take this one', { ...space, ...heels });
    },
  },
  {
    name: 'come',
    async play(cast) {
      await cast.person('Amira').presses("I'll come", { ...space, ...heels });
    },
  },
  {
    name: 'bring a question',
    async play(cast) {
      const dev = cast.person('Dev');
      await dev.presses('Bring a question…', { ...space, ...heels });
      await fills(dev, { 'What would you like to talk about?': 'Does an air cushion help?' });
    },
  },
  {
    name: 'take a part',
    async play(cast) {
      const dev = cast.person('Dev');
      await dev.presses('Take a part…', { ...space, ...heels });
      await dev.presses("I'll keep time", heels);
    },
  },
  {
    name: 'take it into a calendar',
    async play(cast) {
      await cast.person('Amira').presses('Add to my calendar', { ...space, ...heels });
    },
  },
  {
    name: 'move it',
    async play(cast) {
      const ben = cast.person('Ben');
      await ben.chooses(cast.platform === 'slack' ? '' : 'More…', 'Move it…', { ...space, ...heels }); // Slack's ⋯ has no name
      await ben.submits(whenIn(await ben.form(), lateThen(cast)));
    },
  },
  {
    name: 'its day before comes',
    async play(cast) {
      cast.goesOn(3);
    },
  },
  {
    name: 'it is over',
    async play(cast) {
      cast.goesOn(6);
    },
  },
  {
    name: 'write it up',
    async play(cast) {
      const ben = cast.person('Ben');
      await ben.presses('Write it up…', { ...space, ...heels });
      await fills(ben, {
        'What did we learn?': 'Offload early.',
        'What did we promise? (optional)': '@Dev brings a cushion\nEverybody looks at the socks',
      });
    },
  },
  {
    name: 'done',
    async play(cast) {
      const dev = cast.person('Dev');
      await dev.types('/cop next', space);
      await dev.presses('Done', { with: /brings a cushion/ });
    },
  },
  {
    name: 'again in two weeks',
    async play(cast) {
      const ben = cast.person('Ben');
      await ben.presses('Again in two weeks', { ...space, ...heels });
    },
  },
];

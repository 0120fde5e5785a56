/** How people and communities go. */
import { type Act, fills, here, space, typed } from './act.ts';

export const ending: readonly Act[] = [
  {
    name: 'bring in by hand',
    async play(cast) {
      const host = cast.person(cast.platform === 'discord' ? 'Joan' : 'Ben');
      await host.brings('Amira Haddad', 'cop-wound-care');
    },
  },
  {
    name: 'remove',
    async play(cast) {
      const ben = cast.person('Ben');
      await ben.types('/cop tend remove', space);
      await fills(ben, {
        'Who?': 'Amira Haddad',
        'Why? (optional)': 'For a reason',
        'May they ask to join again?': 'Not for three months',
      });
    },
  },
  {
    name: 'export',
    async play(cast) {
      await cast.person('Ben').types(typed(cast.platform, 'export', 'tend export'), space);
    },
  },
  {
    name: 'close',
    async play(cast) {
      const ben = cast.person('Ben');
      await ben.types(typed(cast.platform, 'close', 'tend close'), space);
      await fills(ben, {});
    },
  },
  {
    name: 'closed',
    async play(cast) {
      cast.goesOn(8);
    },
  },
  {
    name: 'reopen',
    async play(cast) {
      const ben = cast.person('Ben');
      await ben.types(typed(cast.platform, 'reopen', 'tend reopen'), here);
      if (cast.platform === 'slack') await ben.presses('Make a new space');
    },
  },
  {
    name: 'forget',
    async play(cast) {
      const dev = cast.person('Dev');
      await dev.types(typed(cast.platform, 'forget-me', 'me forget'), here);
      await dev.presses('Forget me', { with: /Forget you\?/ });
    },
  },
];

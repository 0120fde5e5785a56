/** Who looks after it, and how it rests. */
import { type Act, dm, facilitating, fills, here, space, typed } from './act.ts';

export const sharing: readonly Act[] = [
  {
    name: 'ask to facilitate together',
    async play(cast) {
      const amira = cast.person('Amira');
      await facilitating(amira, 'Ask somebody to facilitate with me…');
      await fills(amira, { 'Who might facilitate it?': 'Ben Okafor' });
    },
  },
  {
    name: 'yes to that',
    async play(cast) {
      await cast.person('Ben').presses("Yes, I'll facilitate", dm);
    },
  },
  {
    name: 'ask the forum',
    async play(cast) {
      const amira = cast.person('Amira');
      await amira.types(typed(cast.platform, 'ask', 'tend ask'), here);
      await fills(amira, { 'Your question': 'Nobody came on Tuesday. What would you do?' });
    },
  },
  {
    name: 'rest',
    async play(cast) {
      await cast.person('Ben').types(typed(cast.platform, 'rest ten weeks', 'tend rest until: ten weeks'), space);
    },
  },
  {
    name: 'wake',
    async play(cast) {
      const ben = cast.person('Ben');
      await ben.types(typed(cast.platform, 'wake', 'tend wake'), space);
    },
  },
  {
    name: 'hand over',
    async play(cast) {
      const amira = cast.person('Amira');
      await facilitating(amira, 'Hand over…');
      await fills(amira, { 'Who might facilitate it?': 'Dev Patel' });
    },
  },
  {
    name: 'take over',
    async play(cast) {
      await cast.person('Dev').presses("Yes, I'll facilitate", dm);
    },
  },
  {
    name: 'leave',
    async play(cast) {
      const amira = cast.person('Amira');
      await amira.types(typed(cast.platform, 'leave', 'me leave'), space);
      await amira.presses('Leave', { with: /Leave Wound Care\?/ });
    },
  },
];
